import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually, oid, startOfTests, tenantId } from '../../support/app.ts';
import {
  hearing,
  inMeeting,
  meeting,
  passDeadline,
  vote,
  type Hearing,
  type Vote,
} from '../../support/cases.ts';
import {
  install,
  member,
  secretariat,
  stranger,
  type Member,
  type Someone,
} from '../../support/factories.ts';
import { changes, eventTypes, fingerprint } from '../../support/fingerprint.ts';
import {
  actionsOf,
  activity,
  cardMessages,
  click,
  deliver,
  invoke,
  wordsOf,
  type Clicked,
} from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let chat = '';
const cardType = 'application/vnd.microsoft.card.adaptive';

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'deputy', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
  chat = await install(house, one.contact);
});
beforeEach(() => house.setClock(startOfTests));

/** A click that no message need be there for. */
const press = async (who: Someone, verb: unknown, data: unknown, more: object = {}): Promise<Clicked> =>
  (await deliver(house, activity(house, who, { ...invoke(verb, data), ...more }))) as Clicked;
const card = ({ status, body }: Clicked): string => {
  expect([status, body.statusCode, body.type]).toEqual([200, 200, cardType]);
  return wordsOf(body.value);
};

describe('a hearing answered in chat', () => {
  let held: Hearing;
  beforeEach(async () => void (held = await hearing(house)));
  const remark = () => ({
    hearingId: held.hearingId,
    type: 'technical',
    text: 'Kravet er uklart.',
    clause: '10.a',
    proposedChange: '',
  });
  const invitation = async () =>
    (
      await eventually(
        () => cardMessages(house, chat, one.contact),
        (seen) => actionsOf(seen.at(-1)?.cards).some(({ data }) => data?.hearingId === held.hearingId),
      )
    ).at(-1)!;

  test('the invitation arrives with inputs, and what is typed becomes a numbered comment', async () => {
    const { id: activityId, cards } = await invitation();
    const verbs = actionsOf(cards).map((action) => action.verb);
    expect(verbs).toEqual(expect.arrayContaining(['addComment']));
    const done = await click(house, one.contact, {
      conversationId: chat,
      activityId,
      verb: 'addComment',
      data: remark(),
    });
    expect(card(done)).toMatch(new RegExp(`${held.hearingRef}-\\d{3}`));
    const { items } = await one.contact.view(`comments?hearingId=${held.hearingId}`);
    expect(items[0]).toMatchObject({
      channel: 'card',
      text: 'Kravet er uklart.',
      clause: '10.a',
      proposedChange: null,
    });
  });

  test('the invitation carries the hearing from comment to answer, with only what its buttons say', async () => {
    const { id: activityId } = await invitation();
    const at = { conversationId: chat, activityId };
    const shown = await click(house, one.contact, {
      ...at,
      verb: 'view',
      data: { view: 'hearing', id: held.hearingId },
    });
    const add = actionsOf(shown.body.value).find((one) => one.verb === 'addComment')!;
    expect(add.data).toMatchObject({ hearingId: held.hearingId });
    const commented = await click(house, one.contact, {
      ...at,
      verb: 'addComment',
      data: { ...add.data, ...remark() },
    });
    const submit = actionsOf(commented.body.value).find(
      ({ verb, data }) => verb === 'submitAnswer' && data.position !== 'noRemarks',
    )!;
    const data = { position: 'withRemarks', reservation: '', jointWith: '', ...submit.data };
    card(await click(house, one.contact, { ...at, verb: 'submitAnswer', data }));
    const { answers } = await by.view(`hearing?id=${held.hearingId}`);
    expect(answers.find((row: any) => row.organisationId === one.id)).toMatchObject({ state: 'withRemarks' });
    const { items } = await by.view(`deliveries?hearingId=${held.hearingId}`);
    const mine = items.find((row: any) => row.personId === one.contact.personId);
    expect(mine).toMatchObject({ message: 'hearingInvitation', state: 'actedOn' });
  });

  test('the same activity again gives the same answer and one comment', async () => {
    const id = `f:${randomUUID()}`;
    const [first, second] = [
      await press(one.staff, 'addComment', remark(), { id }),
      await press(one.staff, 'addComment', remark(), { id }),
    ];
    const { items } = await one.staff.view(`comments?hearingId=${held.hearingId}`);
    for (const answer of [first, second]) expect(card(answer)).toContain(items[0].ref);
    expect((await eventTypes(house, held.revisionId)).filter((type) => type === 'commentAdded')).toHaveLength(
      1,
    );
  });

  test.each(['addComment', 'submitAnswer', 'withdrawComment', 'editComment'])(
    'a client that refreshes %s by itself records nothing',
    async (verb) => {
      const { commentId } = await one.staff.do('addComment', {
        hearingId: held.hearingId,
        type: 'general',
        text: 'Står',
      });
      const before = await fingerprint(house);
      const data = { ...remark(), commentId, position: 'withRemarks' };
      card(await press(one.contact, verb, data, invoke(verb, data, 'automatic')));
      expect(changes(before, await fingerprint(house)).filter((table) => table !== 'conversation')).toEqual(
        [],
      );
    },
  );

  test('a refusal is a card that says why and gives back what was typed', async () => {
    await passDeadline(house, held.hearingId);
    const before = await fingerprint(house);
    const refused = await press(one.staff, 'addComment', remark());
    expect(card(refused)).toContain('Kravet er uklart.');
    expect(changes(before, await fingerprint(house)).filter((table) => table !== 'conversation')).toEqual([]);
    const another = card(
      await press(one.staff, 'submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' }),
    );
    expect(another.length).toBeGreaterThan(20);
  });

  test('whoever is not registered gets a clear card and changes nothing', async () => {
    const before = await fingerprint(house);
    expect(card(await press(await stranger(house), 'addComment', remark()))).toMatch(/sekretariat/i);
    expect(changes(before, await fingerprint(house)).filter((table) => table !== 'conversation')).toEqual([]);
  });
});

describe('a vote cast in the chat of the meeting', () => {
  let open: Vote;
  beforeEach(async () => {
    const invited = [one.representative, one.deputy, one.staff, other.representative];
    open = await vote(house, { at: await meeting(house, { invited }) });
  });
  const place = async () =>
    (
      await eventually(
        () => cardMessages(house, open.conversationId, one.representative),
        (seen) => seen.length > 0,
      )
    )[0]!;
  const cast = async (who: Someone, choice: string, more: object = {}) => {
    const { id: activityId } = await place();
    const { conversationId, voteId } = open;
    return click(house, who, {
      conversationId,
      activityId,
      verb: 'castBallot',
      data: { voteId, choice },
      ...more,
    });
  };
  const ballot = async () => (await one.representative.view(`vote?id=${open.voteId}`)).mine.ballot;

  test('one click casts, and the answer shows the ballot to the voter only', async () => {
    await inMeeting(house, open, one.representative);
    const shared = await place();
    expect(actionsOf(shared.cards).map(({ data }) => data?.choice)).toEqual(
      expect.arrayContaining(['for', 'against', 'abstain', 'recused']),
    );
    expect(card(await cast(one.representative, 'for')).length).toBeGreaterThan(0);
    expect(await ballot()).toMatchObject({ choice: 'for', means: 'card' });
    const [seenByOther] = await cardMessages(house, open.conversationId, other.representative);
    expect(wordsOf(seenByOther!.cards)).not.toMatch(/Aarhus Kommune har stemt|Din stemme/);
  });

  test('who is not in the meeting gets a card that says so, and no ballot', async () => {
    expect(card(await cast(one.representative, 'for'))).toMatch(/mødet/i);
    expect(await ballot()).toBeNull();
  });

  test('who has no seat gets a card that says why, never an empty one', async () => {
    await inMeeting(house, open, one.staff);
    expect(card(await cast(one.staff, 'for')).length).toBeGreaterThan(20);
    expect(await ballot()).toBeNull();
  });

  test('the same click delivered twice is one ballot; a click after it is a change', async () => {
    await inMeeting(house, open, one.representative);
    const invokeId = `f:${randomUUID()}`;
    const [first, second] = await Promise.all([
      cast(one.representative, 'for', { invokeId }),
      cast(one.representative, 'for', { invokeId }),
    ]);
    expect(card(first)).toBe(card(second));
    await cast(one.representative, 'against');
    const casts = (await eventTypes(house, open.revisionId)).filter((type) => type === 'ballotCast');
    expect(casts).toHaveLength(2);
    expect((await ballot()).choice).toBe('against');
  });

  test('a client that refreshes the card by itself casts nothing', async () => {
    await inMeeting(house, open, one.representative);
    card(await cast(one.representative, 'for', { trigger: 'automatic' }));
    expect(await ballot()).toBeNull();
  });

  test('after closing the late voter is told that it did not count, and the result is in the chat', async () => {
    await inMeeting(house, open, one.representative);
    await cast(one.representative, 'for');
    await by.do('closeVote', { voteId: open.voteId });
    expect(card(await cast(other.representative, 'against'))).toMatch(/lukke|talt/i);
    const seen = () => cardMessages(house, open.conversationId, other.representative);
    const all = await eventually(seen, (messages) => messages.length >= 2);
    expect(wordsOf(all.at(-1)!.cards)).toContain('1 for, 0 imod');
  });

  test('the shared card never says how anyone voted while the vote is open', async () => {
    await inMeeting(house, open, one.representative);
    await cast(one.representative, 'against');
    const shared = async () => (await cardMessages(house, open.conversationId, other.representative))[0]!;
    const edited = await eventually(shared, (message) => message.version > 1);
    expect(wordsOf(edited.cards)).not.toMatch(/\b1 imod|Aarhus Kommune: imod/);
    expect(wordsOf(edited.cards)).toMatch(/1 af 2/);
  });
});

describe('the protocol', () => {
  const strange: [string, unknown, unknown, number][] = [
    ['a verb that is no act', 'dropTables', {}, 200],
    ['the name of an object’s own part', 'constructor', {}, 200],
    [
      'an act of the platform',
      'noteConversation',
      { conversationId: 'x', kind: 'personal', serviceUrl: 'http://x/', tenantId },
      200,
    ],
    ['a verb that is no text', 7, {}, 400],
    ['data that is no object', 'addComment', 'text', 200],
    ['a look at what is not there', 'view', { view: 'vote', id: oid(999_999) }, 200],
    ['a look at another kind of thing', 'view', { view: 'secrets', id: '1' }, 200],
    ['forged ids', 'castBallot', { voteId: "1' or '1'='1", choice: 'for' }, 200],
  ];
  test.each(strange)(
    '%s gets HTTP 200 and the protocol’s own status, and changes nothing',
    async (_, verb, data, statusCode) => {
      const before = await fingerprint(house);
      const { status, body } = await press(one.staff, verb, data);
      expect(status).toBe(200);
      expect(body.statusCode).toBe(statusCode);
      expect(changes(before, await fingerprint(house)).filter((table) => table !== 'conversation')).toEqual(
        [],
      );
    },
  );

  test('a card of something that is not there says so, and is no failure of ours', async () => {
    for (const view of ['vote', 'hearing'])
      expect(card(await press(one.staff, 'view', { view, id: oid(999_999) }))).toContain('findes ikke');
  });

  test('another invoke is answered as not implemented, in the body', async () => {
    const sent = activity(house, one.staff, { type: 'invoke', name: 'task/fetch', value: {} });
    const { status, body } = await deliver(house, sent);
    expect({ status, statusCode: body.statusCode }).toEqual({ status: 200, statusCode: 501 });
  });
});
