import { beforeAll, describe, expect, test } from '@jest/globals';
import { hearingCardView } from '../../../bot/views/hearing/hearingCard.ts';
import type { CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { startOfTests } from '../../support/app.ts';
import { passDeadline } from '../../support/cases.ts';
import type { Member, Someone } from '../../support/factories.ts';
import { a, answer, by, c, d, decide, held, house, write } from './jointGround.ts';

let db: Db;
beforeAll(() => {
  ({ db } = openDatabase(house.databaseUrl, 2));
  house.onClose(() => db.destroy());
});

const readers = (): Record<string, Someone> => ({
  contact: c.contact,
  staff: c.staff,
  'somebody else': d.staff,
  secretariat: by,
});

/** The hearing as a card has it. */
async function onCard(who: Someone, { id: organisationId }: Member): Promise<HearingView> {
  const reader = {
    personId: who.personId,
    displayName: '',
    organisationId,
    secretariat: false,
    chair: false,
  };
  const unasked = () => Promise.reject(new Error('a card asks nothing'));
  const context = { db, reader: { ...reader, locale: 'da' as const }, now: await house.now() };
  return hearingCardView({ ...context, may: unasked, readsSealed: unasked }, held.hearingId);
}

/** Every place that shows a comment says of each whether it may be changed; and so does the act. */
async function everywhere(who: Someone): Promise<[shown: string, where: string, may: boolean][]> {
  const { items } = await who.view(`comments?hearingId=${held.hearingId}`);
  const { mine } = await who.view(`hearing?id=${held.hearingId}`);
  const card = who === by ? null : await onCard(who, who === d.staff ? d : c);
  const places: [string, CommentView[]][] = [
    ['matrix', items],
    ['hearing', mine?.comments ?? []],
    ['card', card?.mine?.comments ?? []],
  ];
  return places.flatMap(([where, all]) =>
    all.map((one): [string, string, boolean] => [one.id, where, one.editable]),
  );
}

async function disagree(): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, who] of Object.entries(readers()))
    for (const [commentId, where, editable] of await everywhere(who)) {
      const { ok, code } = await who.allowed('editComment', { commentId });
      if (ok !== editable) wrong.push(`${name}, ${where}: shown ${editable}, ${code ?? 'allowed'}`);
    }
  return wrong;
}

const steps: [string, () => Promise<unknown>][] = [
  ['nothing is submitted', () => write(c.staff)],
  [
    'the secretariat typed one in from a mail',
    () =>
      by.do('addComment', {
        hearingId: held.hearingId,
        type: 'general',
        text: 'Fra en mail.',
        organisationId: c.id,
      }),
  ],
  ['the contact has submitted', () => answer(c.contact, { position: 'withRemarks' })],
  [
    'another’s joint answer was accepted',
    async () => {
      await answer(a.contact, { jointWith: [c.id] });
      await decide(c.contact, true);
    },
  ],
  ['its own stands again', () => decide(c.contact, false)],
  ['the deadline is past', () => passDeadline(house, held.hearingId)],
];

describe('a comment is offered to be changed to whom the act lets change it, and to nobody else', () => {
  test('at every step of an answer, in the matrix, in the hearing and on the card', async () => {
    const found: Record<string, string[]> = {};
    for (const [name, step] of steps) {
      await step();
      found[name] = await disagree();
    }
    expect(found).toEqual(Object.fromEntries(steps.map(([name]) => [name, []])));
  }, 30_000);

  test('whoever may not change what went along with an answer that gave way is told whose it is', async () => {
    const { commentId } = await write(c.staff);
    await answer(c.contact, { position: 'withRemarks' });
    await answer(a.contact, { jointWith: [c.id] });
    await decide(c.contact, true);
    await answer(a.contact);
    expect(await c.staff.refused('editComment', { commentId, text: 'Et andet ord.' })).toBe(
      'answerSubmitted',
    );
  });
});

describe('how an organisation answered is the same on a card as in the tab', () => {
  const states = async () => {
    const tab = (await c.contact.view(`hearing?id=${held.hearingId}`)).mine.answer.state;
    return { tab, card: (await onCard(c.contact, c)).mine!.answer.state };
  };
  const typedIn = (receivedAt?: string) =>
    by.do('addComment', {
      hearingId: held.hearingId,
      type: 'general',
      text: 'Fra en mail.',
      organisationId: c.id,
      ...(receivedAt && { receivedAt }),
    });

  test('at every step of it', async () => {
    for (const [, step] of steps) {
      await step();
      const { tab, card } = await states();
      expect(card).toBe(tab);
    }
  }, 30_000);

  test('also where all that came is remarks by mail, in time or late', async () => {
    await passDeadline(house, held.hearingId);
    expect(await states()).toEqual({ tab: 'silent', card: 'silent' });
    await typedIn();
    expect(await states()).toEqual({ tab: 'late', card: 'late' });
    await typedIn(startOfTests);
    expect(await states()).toEqual({ tab: 'withRemarks', card: 'withRemarks' });
  });
});
