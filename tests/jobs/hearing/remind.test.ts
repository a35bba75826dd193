import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, startOfTests } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { jobNow } from '../frame/ground.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let other: Member;
let third: Member;
let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
  third = await member(house, { name: 'Region Fyn' });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

/** The clock so long before the deadline of the hearing. */
async function before(hours: number): Promise<void> {
  const { deadline } = await by.view(`hearing?id=${held.hearingId}`);
  await house.setClock(new Date(Date.parse(deadline) - hours * 3600_000).toISOString());
}
const reminded = async (hearingId = held.hearingId): Promise<string[]> => {
  const rows = await house.sql<{ person_id: string }>(
    `select person_id from delivery where message = 'hearingReminder' and about_id = $1 order by id`,
    [hearingId],
  );
  return rows.map((row) => row.person_id);
};
const contacts = () =>
  [one.contact.personId, other.representative.personId, third.representative.personId].sort();
const byClock = () => jobNow(house, 'remind');

describe('the clock reminds', () => {
  // The deadline is a Wednesday at nine.
  test('from the morning of the third working day before the deadline, and not at the weekend before', async () => {
    for (const hours of [71, 49]) {
      await before(hours);
      await byClock();
      expect(await reminded()).toEqual([]);
    }
    await before(48.5);
    await byClock();
    expect((await reminded()).sort()).toEqual(contacts());
  });

  test('each once for a morning, when it stood still in between and looks again at night', async () => {
    for (const hours of [48.5, 45, 36, 24.5, 20, 10, 0.5, 0.25]) {
      await before(hours);
      await byClock();
    }
    const each = contacts().flatMap((id) => [id, id, id]);
    expect((await reminded()).sort()).toEqual(each);
  });

  test('however often it looks, and the secretariat besides, each once a day', async () => {
    await before(20);
    await byClock();
    await house.advance(600);
    await byClock();
    expect(await by.do('remindMissing', { hearingId: held.hearingId })).toMatchObject({ told: 0 });
    expect((await reminded()).sort()).toEqual(contacts());
  });

  test('nobody in a hearing that has just closed, or that was extended beyond the three mornings', async () => {
    const extended = await hearing(house);
    await by.do('extendDeadline', { hearingId: extended.hearingId, deadline: '2027-06-01T12:00' });
    await passDeadline(house, held.hearingId);
    await byClock();
    expect([await reminded(), await reminded(extended.hearingId)]).toEqual([[], []]);
  });

  test('in each hearing those that are missing there', async () => {
    const second = await hearing(house);
    await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' });
    await other.representative.do('submitAnswer', { hearingId: second.hearingId, position: 'noRemarks' });
    await before(20);
    await byClock();
    const except = (answered: string) => contacts().filter((id) => id !== answered);
    expect((await reminded()).sort()).toEqual(except(one.contact.personId));
    expect((await reminded(second.hearingId)).sort()).toEqual(except(other.representative.personId));
  });
});

test('a hearing in which nobody can be reminded keeps no other waiting, and has its turn again', async () => {
  const second = await hearing(house);
  await house.sql(
    `alter table delivery add constraint stuck check (about_id <> '${held.hearingId}') not valid`,
  );
  await before(20);
  await house.sql(`insert into pgboss.job (name, data) values ('remind', '{}')`);
  const come = (hearingId: string) =>
    eventually(
      () => reminded(hearingId),
      (told) => told.length > 0,
    );
  await come(second.hearingId);
  expect(await reminded()).toEqual([]);
  await house.sql('alter table delivery drop constraint stuck');
  await come(held.hearingId);
});

describe('whoever a member has answered through is not reminded', () => {
  test('not whoever accepted a joint answer, but whoever was only named in one', async () => {
    const { hearingId } = held;
    await one.staff.do('addComment', { hearingId, type: 'general', text: 'Uklart.' });
    const answer = { hearingId, position: 'withRemarks' as const };
    await one.contact.do('submitAnswer', { ...answer, jointWith: [other.id, third.id] });
    await other.representative.do('answerJoint', { hearingId, accept: true });
    await before(20);
    await byClock();
    expect(await reminded()).toEqual([third.representative.personId]);
    await one.contact.do('submitAnswer', answer);
    await byClock();
    expect(await reminded()).toEqual([third.representative.personId, other.representative.personId]);
  });

  test('comments that staff wrote are no answer: their contact is still reminded, and only the contact', async () => {
    await one.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text: 'Uklart.' });
    await before(20);
    await byClock();
    expect((await reminded()).sort()).toEqual(contacts());
  });

  test('a member that joined after the hearing opened was not asked, and is not reminded', async () => {
    const late = await member(house, { name: 'Nyt medlem' });
    await before(20);
    await byClock();
    expect(await reminded()).not.toContain(late.representative.personId);
  });
});

describe('who is reminded is found when it is sent', () => {
  test('a contact named since the hearing opened, and not the one before', async () => {
    const next = await person(house, other, 'Ny kontaktperson');
    await by.do('nameContact', { organisationId: other.id, personId: next.personId });
    await before(20);
    await byClock();
    expect(await reminded()).toContain(next.personId);
    expect(await reminded()).not.toContain(other.representative.personId);
  });

  test('an answer that came after the reminder was queued stops it, on whichever channel', async () => {
    await before(20);
    // As if the mail had to wait.
    const waits = { kind: '503', times: 1_000, objectId: one.contact.objectId };
    await house.api('POST', '/install', { objectId: one.contact.objectId });
    await house.api('POST', '/faults', waits);
    await byClock();
    await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' });
    await house.api('DELETE', '/faults');
    const mine = async () =>
      (await by.view(`deliveries?hearingId=${held.hearingId}`)).items.find(
        (row: any) => row.message === 'hearingReminder' && row.personId === one.contact.personId,
      );
    const row = await eventually(mine, (seen) => !['queued', 'sending'].includes(seen.state));
    expect(row).toMatchObject({ state: 'cancelled', reason: 'Organisationen har svaret i mellemtiden' });
  });
});
