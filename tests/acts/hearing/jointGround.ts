import { beforeAll, beforeEach } from '@jest/globals';
import { startOfTests } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

export const house = useHouse();
export let by: Someone;
/** The sender, the one it names, and somebody else. */
export let a: Member;
export let c: Member;
export let d: Member;
export let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  a = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  c = await member(house, { name: 'Odense Kommune', with: ['contact', 'staff'] });
  d = await member(house, { name: 'Aalborg Kommune' });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

export const answer = (who: Someone, more: object = {}) =>
  who.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' as const, ...more });
export const write = (who: Someone, text = 'Kravet er uklart.') =>
  who.do('addComment', { hearingId: held.hearingId, type: 'general', text });
export const decide = (who: Someone, accept: boolean, more: object = {}) =>
  who.do('answerJoint', { hearingId: held.hearingId, accept, ...more });
export const refused = (who: Someone, more: object = {}) =>
  who.refused('answerJoint', { hearingId: held.hearingId, accept: true, ...more });
export const view = (who: Someone) => who.view(`hearing?id=${held.hearingId}`);
export const seen = async (who: Someone, of: Member) =>
  (await view(who)).answers.find((row: any) => row.organisationId === of.id);
export const mine = async (who: Someone) => (await view(who)).mine;
export const proposed = async () => (await mine(a.contact)).answer.proposed;
export const taskTitles = async (who: Someone): Promise<string[]> =>
  (await who.view('tasks')).items
    .filter((row: any) => row.hearingId === held.hearingId)
    .map((row: any) => row.title.da);
export const told = async (message: string): Promise<string[]> =>
  (
    await house.sql('select person_id from delivery where message = $1 and about_id = $2 order by id', [
      message,
      held.hearingId,
    ])
  ).map((row) => row['person_id']);
export const typesIn = async (who: Someone): Promise<(string | null)[]> =>
  (await who.view(`trail?revisionId=${held.revisionId}&limit=500`)).items.map((row: any) => row.type);
