import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, type Member, type Someone } from '../../support/factories.ts';
import { activity, deliver, invoke, wordsOf } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const reservation = 'Byrådet skal godkende.';
let one: Member;
let held: Hearing;

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const said = async (verb: string, data: object, who: Someone = one.contact): Promise<string> => {
  const { body } = await deliver(house, activity(house, who, invoke(verb, data)));
  return wordsOf(body.value);
};
const remark = () => ({ hearingId: held.hearingId, type: 'general' as const, text: 'Kravet er uklart.' });

test('what came too late is called what it was: an answer, a comment, a change or a withdrawal', async () => {
  const { hearingId } = held;
  const { commentId } = await one.contact.do('addComment', remark());
  await one.contact.do('submitAnswer', { hearingId, position: 'withRemarks' });
  await passDeadline(house, hearingId);
  const answer = await said('submitAnswer', { hearingId, position: 'withRemarks', reservation });
  expect(answer).toContain('Jeres svar er ikke afgivet nu.');
  expect(answer).toContain('Det svar, I havde afgivet, gælder.');
  expect(answer).not.toContain('bemærkning');
  expect(await said('addComment', remark())).toContain('Din bemærkning er ikke gemt.');
  const edited = await said('editComment', { commentId, text: 'Rettet.' });
  expect(edited).toContain('Din ændring er ikke gemt; bemærkningen står, som den stod.');
  expect(edited).toContain('Rettet.');
  const withdrawn = await said('withdrawComment', { commentId });
  expect(withdrawn).toContain('Bemærkningen er ikke trukket tilbage.');
  expect(withdrawn).not.toContain('for sent svar');
});

test('a reservation that was typed is given back when the answer is refused, late or not', async () => {
  const { hearingId } = held;
  await one.staff.do('addComment', remark());
  const data = { hearingId, position: 'noRemarks', reservation };
  expect(await said('submitAnswer', data)).toContain(reservation);
  await passDeadline(house, hearingId);
  expect(await said('submitAnswer', data, one.staff)).toContain(reservation);
});
