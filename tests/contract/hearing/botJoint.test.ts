import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests, tenantId } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { install, member, type Member, type Someone } from '../../support/factories.ts';
import { actionsOf, activity, cardMessages, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const words = 'For dyrt for små kommuner.';
let a: Member;
let c: Member;
let held: Hearing;
let chat = '';
let senders = '';

beforeAll(async () => {
  a = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  c = await member(house, { name: 'Odense Kommune', with: ['contact', 'staff'] });
  [chat, senders] = [await install(house, c.contact), await install(house, a.contact)];
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
  const { hearingId } = held;
  await a.contact.do('addComment', { hearingId, type: 'general', text: words });
  await submit();
});

const submit = (more: object = { jointWith: [c.id] }) =>
  a.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks', ...more });
/** A chat takes one message after the other, and everybody is invited first. */
const patienceMs = 20_000;
const inChat = (conversation: string, who: Someone, summary: RegExp) =>
  eventually(
    async () => (await cardMessages(house, conversation, who)).filter((one) => summary.test(one.summary)),
    (seen) => seen.length > 0,
    patienceMs,
  );
const ofThis = (cards: unknown) =>
  actionsOf(cards).find(({ verb, data }) => verb === 'answerJoint' && data.hearingId === held.hearingId);
/** The newest proposal of this hearing in the chat of the one that is asked. */
const proposal = async (at = 0) => {
  const all = await eventually(
    async () => (await cardMessages(house, chat, c.contact)).filter(({ cards }) => ofThis(cards)),
    (seen) => seen.length > at,
    patienceMs,
  );
  return all.at(-1)!;
};
const buttonOf = (cards: unknown, accept: 'true' | 'false') =>
  actionsOf(cards).find(
    ({ verb, data }) => verb === 'answerJoint' && data.accept === accept && data.hearingId === held.hearingId,
  )!.data;
/** In the chat that messages come to: the bot writes where somebody was met last. */
const press = async (data: object, who: Someone = c.contact, verb = 'answerJoint') => {
  const id = who === c.contact ? chat : `a:${who.objectId}`;
  const pressed = { ...invoke(verb, data), conversation: { id, conversationType: 'personal', tenantId } };
  return (await deliver(house, activity(house, who, pressed))).body.value;
};
const said = async (...of: Parameters<typeof press>): Promise<string> => wordsOf(await press(...of));

describe('a joint answer proposed in chat', () => {
  test('comes to whoever decides with the words themselves, and says what a yes and a no mean', async () => {
    const { cards, summary } = await proposal();
    expect(summary).toContain('Aarhus Kommune foreslår jer et fælles svar');
    const read = wordsOf(cards);
    for (const part of [words, 'Svaret fra Aarhus Kommune: med bemærkninger', 'Indtil I siger ja, tæller'])
      expect(read).toContain(part);
  });

  test('a yes is answered with what holds now, until when, and what becomes of our own', async () => {
    await c.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text: 'Vores egen.' });
    const { cards } = await proposal();
    const receipt = await said(buttonOf(cards, 'true'));
    expect(receipt).toMatch(/✓ Registreret .*: jeres svar er nu fælles med Aarhus Kommune\./);
    expect(receipt).toContain('I kan ændre det indtil ');
    expect(receipt).toContain('Bemærkninger, I ikke har afgivet (1), ser stadig kun I selv');
    const told = await inChat(senders, a.contact, /er med i jeres svar/);
    expect(wordsOf(told.at(-1)!.cards)).toContain('Odense Kommune er nu med i jeres fælles svar.');
  });

  test('an answer of our own that was submitted gives way, which is said before and after', async () => {
    const { hearingId } = held;
    await c.staff.do('addComment', { hearingId, type: 'general', text: 'Vores egen.' });
    await c.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
    const shown = await press({ view: 'hearing', id: hearingId, joint: a.id }, c.contact, 'view');
    expect(wordsOf(shown)).toContain('Et ja træder i stedet for det svar, I selv har afgivet.');
    const receipt = await said(buttonOf(shown, 'true'));
    expect(receipt).toContain('Bemærkninger, I selv har afgivet (1), bliver stående i jeres navn.');
  });

  test('a no is answered too, and told to the sender', async () => {
    const { cards } = await proposal();
    const receipt = await said(buttonOf(cards, 'false'));
    expect(receipt).toContain('I er ikke med i det fælles svar fra Aarhus Kommune.');
    const told = await inChat(senders, a.contact, /er ikke med i jeres svar/);
    expect(wordsOf(told.at(-1)!.cards)).toContain('Jeres svar gælder nu kun for jer selv.');
  });

  test('a press on an older card accepts nothing: the words have changed, and the new ones are asked about', async () => {
    const { cards } = await proposal();
    await submit({ jointWith: [c.id], reservation: 'Byrådet skal godkende.' });
    expect(await said(buttonOf(cards, 'true'))).toContain('Aarhus Kommune har ændret svaret, siden I så det');
    expect(wordsOf((await proposal(1)).cards)).toContain('Byrådet skal godkende.');
  });

  test('the sender reads before a change whose yes falls, and after it whose did; the named one what counts now', async () => {
    const { cards } = await proposal();
    await press(buttonOf(cards, 'true'));
    const { hearingId } = held;
    const mine = await press({ view: 'hearing', id: hearingId }, a.contact, 'view');
    const warned = 'gælder et ja fra Odense Kommune ikke længere';
    expect(wordsOf(mine)).toContain(warned);
    const { edit } = actionsOf(mine).find(({ data }) => data?.edit)!.data;
    const opened = await press({ view: 'hearing', id: hearingId, edit }, a.contact, 'view');
    expect(wordsOf(opened)).toContain(warned);
    const save = actionsOf(opened).find(({ verb }) => verb === 'editComment')!;
    const receipt = await said({ ...save.data, text: 'Andre ord.' }, a.contact, 'editComment');
    expect(receipt).toContain('I har ændret svaret, efter at de sagde ja: Odense Kommune.');
    const told = wordsOf((await proposal(1)).cards);
    expect(told).toContain('Jeres ja gælder derfor ikke længere.');
    expect(told).toContain(
      'Odense Kommune har lige nu intet svar i høringen. Sig ja igen, eller svar selv, senest',
    );
  });

  test('whoever is no longer named is told that there is no answer', async () => {
    const { cards } = await proposal();
    await press(buttonOf(cards, 'true'));
    await submit({});
    const told = await inChat(chat, c.contact, /er bortfaldet/);
    expect(wordsOf(told.at(-1)!.cards)).toContain('Odense Kommune har nu ikke noget svar i høringen.');
  });

  test('a yes that was given in the tab stands on the card too, with the way back', async () => {
    await proposal();
    await c.contact.do('answerJoint', { hearingId: held.hearingId, accept: true });
    const decided = await eventually(
      async () => (await proposal()).cards,
      (cards) => wordsOf(cards).includes('er med i det fælles svar fra Aarhus Kommune'),
      patienceMs,
    );
    const offered = actionsOf(decided).filter(({ verb }) => verb === 'answerJoint');
    expect(offered.map(({ data }) => data.accept)).toEqual(['false']);
  });

  test('a yes after the deadline is refused as what it is', async () => {
    const { cards } = await proposal();
    await passDeadline(house, held.hearingId);
    expect(await said(buttonOf(cards, 'true'))).toContain(
      'Jeres svar på forslaget om fælles svar er ikke gemt',
    );
  });

  test('staff read that there is a proposal and who decides, and not what it says', async () => {
    const view = { view: 'hearing', id: held.hearingId };
    for (const data of [view, { ...view, joint: a.id }]) {
      const shown = await said(data, c.staff, 'view');
      expect(shown).toContain('Aarhus Kommune foreslår et fælles svar sammen med Odense Kommune.');
      expect(shown).not.toContain(words);
    }
  });
});
