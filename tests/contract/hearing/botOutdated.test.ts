import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { install, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { actionsOf, activity, cardMessages, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const reservation = 'Byrådet skal godkende.';
let by: Someone;
let one: Member;
let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const press = async (verb: string, data: object, who: Someone = one.contact) =>
  (await deliver(house, activity(house, who, invoke(verb, data)))).body.value;
const mineCard = (who: Someone = one.contact) => press('view', { view: 'hearing', id: held.hearingId }, who);
const buttonOf = (card: unknown, verb: string) => actionsOf(card).find((one) => one.verb === verb)!.data;
const write = (text = 'Kravet er uklart.') =>
  one.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text });
const mine = async () => (await one.contact.view(`hearing?id=${held.hearingId}`)).mine;
const nothingDone = 'Det blev ikke gennemført';

test('once it has answered elsewhere, the last reminder in its contact’s chat, which is left to whoever writes in it, says so when it is pressed', async () => {
  const chat = await install(house, one.contact);
  await by.do('remindMissing', { hearingId: held.hearingId });
  const reminders = async () =>
    (await cardMessages(house, chat, one.contact)).filter(({ cards }) =>
      JSON.stringify(cards).includes(held.hearingId),
    );
  const patienceMs = 20_000;
  const asks = (all: { cards: unknown }[]) => wordsOf(all.at(-1)?.cards).includes('mangler svar fra');
  const sent = await eventually(reminders, asks, patienceMs);
  const old = buttonOf(sent.at(-1)!.cards, 'submitAnswer');
  await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks', reservation });
  const said = wordsOf(await press('submitAnswer', { ...old, position: 'noRemarks' }));
  expect(said).toContain(nothingDone);
  expect(said).toContain('Svaret fra Aarhus Kommune er afgivet');
});

test('an answer that would go along with comments its contact has not seen is shown with them, and what was typed', async () => {
  await write();
  const card = await mineCard();
  await write('Set af ingen.');
  const answer = await press('submitAnswer', { ...buttonOf(card, 'submitAnswer'), reservation });
  const read = wordsOf(answer);
  for (const part of [nothingDone, 'siden du så dem', 'Set af ingen.']) expect(read).toContain(part);
  expect(JSON.stringify(answer)).toContain(reservation);
  expect((await mine()).answer.submittedAt).toBeNull();
  const again = await press('submitAnswer', { ...buttonOf(answer, 'submitAnswer'), reservation });
  expect(wordsOf(again)).toContain('Afgivet');
  expect((await mine()).answer).toMatchObject({ state: 'reservation', reservation });
});

test('»Ingen bemærkninger« on an old invitation takes the place of no answer, and twice is once', async () => {
  const { hearingId } = held;
  const once = { hearingId, position: 'noRemarks', seen: 'unanswered' };
  for (let time = 0; time < 2; time += 1)
    expect(wordsOf(await press('submitAnswer', once))).toContain('Afgivet');
  await one.contact.do('submitAnswer', { hearingId, position: 'noRemarks', reservation });
  for (const old of [once, { hearingId, position: 'noRemarks' }]) {
    const answer = await press('submitAnswer', old);
    expect(wordsOf(answer)).toContain(nothingDone);
    expect(wordsOf(answer)).toContain(`Forbehold: ${reservation}`);
  }
  expect((await mine()).answer.reservation).toBe(reservation);
});

test('a correction of words that a colleague has changed is not saved: theirs are shown above what was typed', async () => {
  const { commentId } = await write();
  const open = { view: 'hearing', id: held.hearingId, edit: commentId };
  const save = buttonOf(await press('view', open), 'editComment');
  await one.staff.do('editComment', { commentId, text: 'Kollegaens ord.' });
  const answer = await press('editComment', { ...save, type: 'general', text: 'Mine ord.' });
  for (const part of [nothingDone, 'Sådan står den nu', 'Kollegaens ord.'])
    expect(wordsOf(answer)).toContain(part);
  expect(JSON.stringify(answer)).toContain('Mine ord.');
  expect((await mine()).comments[0].text).toBe('Kollegaens ord.');
  await press('editComment', { ...buttonOf(answer, 'editComment'), type: 'general', text: 'Mine ord.' });
  expect((await mine()).comments[0].text).toBe('Mine ord.');
});

test('staff who write on an old card after the answer was submitted see the answer, and get their words back', async () => {
  const { hearingId } = held;
  await one.contact.do('submitAnswer', { hearingId, position: 'noRemarks' });
  const answer = await press('addComment', { hearingId, type: 'general', text: 'For sent.' }, one.staff);
  expect(wordsOf(answer)).toContain(nothingDone);
  expect(wordsOf(answer)).toContain('Svaret fra Aarhus Kommune er afgivet');
  expect(JSON.stringify(answer)).toContain('For sent.');
  expect(actionsOf(answer).map(({ verb }) => verb)).not.toContain('addComment');
});
