import { beforeAll, expect, test } from '@jest/globals';
import { openDatabase, type Db } from '../../../bot/store/frame/database.ts';
import { hearing, passDeadline } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { foundIn } from '../case/foundIn.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let third: Member;
let db: Db;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact'] });
  other = await member(house, { name: 'Odense Kommune', with: ['contact'] });
  third = await member(house, { name: 'Vejle Kommune', with: ['contact'] });
  ({ db } = openDatabase(house.env['DATABASE_URL']!, 2));
  house.onClose(() => db.destroy());
});

const found = (caseId: string): Promise<string[]> => foundIn(house, db, caseId);
const says = async (who: Member, hearingId: string, accept: boolean): Promise<unknown> =>
  who.contact.do('answerJoint', {
    hearingId,
    accept,
    seen: (await who.contact.view<any>(`hearing?id=${hearingId}`)).mine.proposals[0].answer.seen,
  });
/** As it has seen its own answer. */
const submit = async (who: Member, hearingId: string, answer: object): Promise<unknown> =>
  who.contact.do('submitAnswer', {
    hearingId,
    seen: (await who.contact.view<any>(`hearing?id=${hearingId}`)).mine.seen,
    ...answer,
  } as never);

test('whoever takes those away that an answer names, so that no yes falls with its words, is found out', async () => {
  const { hearingId, revisionId } = await hearing(house);
  await submit(one, hearingId, { position: 'noRemarks', jointWith: [other.id] });
  await says(other, hearingId, true);
  expect(await found(revisionId)).toEqual([]);
  await house.sql(`update answer set joint_with = '{}' where organisation_id = $1`, [one.id]);
  expect(await found(revisionId)).toEqual(['answer jointWith']);
  await one.contact.do('addComment', { hearingId, type: 'general', text: 'Et ord til' });
  expect(await found(revisionId)).toContain('answer jointWith');
});

test('where nobody touched them nothing is found: asked, refused, fallen, named anew, let go, late and accepted elsewhere', async () => {
  const { hearingId, revisionId } = await hearing(house);
  const all = [other.id, third.id];
  await submit(other, hearingId, { position: 'noRemarks', reservation: 'Byrådet' });
  await submit(one, hearingId, { position: 'noRemarks', jointWith: all });
  await says(other, hearingId, true);
  await says(third, hearingId, false);
  expect(await found(revisionId)).toEqual([]);
  await one.contact.do('addComment', { hearingId, type: 'general', text: 'Et ord til' });
  await says(other, hearingId, true);
  await submit(one, hearingId, { position: 'withRemarks', reservation: 'Rådet', jointWith: [third.id] });
  expect(await found(revisionId)).toEqual([]);
  await says(third, hearingId, true);
  await submit(other, hearingId, { position: 'noRemarks', jointWith: [one.id] });
  await says(one, hearingId, true);
  expect(await found(revisionId)).toEqual([]);
  await says(one, hearingId, false);
  await submit(other, hearingId, { position: 'noRemarks' });
  expect(await found(revisionId)).toEqual([]);
  await passDeadline(house, hearingId);
  await by.do('submitAnswer', { hearingId, organisationId: third.id, position: 'noRemarks' });
  expect(await found(revisionId)).toEqual([]);
});
