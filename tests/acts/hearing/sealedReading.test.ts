import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendTo, startOfTests, secretariatIds } from '../../support/app.ts';
import { hearing, passDeadline, type Hearing } from '../../support/cases.ts';
import { member, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let colleague: Someone;
let one: Member;
let held: Hearing;

beforeAll(async () => {
  by = secretariat(house);
  colleague = someone(house, secretariatIds[1]!);
  one = await member(house, { name: 'Aarhus Kommune', with: ['contact', 'staff'] });
});
beforeEach(async () => {
  await house.setClock(startOfTests);
  held = await hearing(house);
});

const readings = async (): Promise<(string | null)[]> =>
  (
    await house.sql(
      `select actor->>'personId' as who from event
       where type = 'sealedAnswersRead' and data->>'hearingId' = $1 order by id`,
      [held.hearingId],
    )
  ).map((row) => row['who']);
const idOf = async (who: Someone): Promise<string> => (await who.view('me')).personId;
const doors = (): string[] => [
  `hearing?id=${held.hearingId}`,
  `comments?hearingId=${held.hearingId}`,
  `trail?revisionId=${held.revisionId}`,
];

describe('that the secretariat reads what is sealed from members stands in the trail', () => {
  test.each([0, 1, 2])(
    'by each door that shows it, also where there is nothing to read: %i',
    async (door) => {
      await by.view(doors()[door]!);
      expect(await readings()).toEqual([await idOf(by)]);
    },
  );

  test('once for each person and day, however often and by how many doors at once', async () => {
    await Promise.all([...doors(), ...doors()].map((query) => by.view(query)));
    await colleague.view(doors()[0]!);
    expect((await readings()).sort()).toEqual([await idOf(by), await idOf(colleague)].sort());
    // Midnight is Denmark's.
    await house.setClock('2027-01-11T22:59:00Z');
    await by.view(doors()[1]!);
    expect(await readings()).toHaveLength(2);
    await house.setClock('2027-01-11T23:01:00Z');
    await by.view(doors()[1]!);
    expect(await readings()).toHaveLength(3);
  });

  test('another replica, which remembers nothing of it, says it no second time', async () => {
    await by.view(doors()[0]!);
    const second = await house.startAnother();
    const token = await by.token();
    const { status } = await sendTo(`${second.url}/api/views/${doors()[0]}`, 'GET', { token });
    expect([status, (await readings()).length]).toEqual([200, 1]);
    await second.stop();
  });

  test('and every member reads it, by whom and in words', async () => {
    await by.view(doors()[0]!);
    const { items } = await one.staff.view(`trail?revisionId=${held.revisionId}`);
    const said = items.find((row: any) => row.type === 'sealedAnswersRead');
    expect(said.sentence.da).toBe(
      'Sekretariatet har set de svar i høringen, der er forseglet for medlemmerne',
    );
    expect(said.actor.personId).toBe(await idOf(by));
  });
});

test('a member that reads its own, and anybody after the deadline, reads nothing that is sealed', async () => {
  for (const query of doors()) await one.contact.view(query);
  await by.view('revisions');
  await passDeadline(house, held.hearingId);
  for (const query of doors()) await by.view(query);
  expect(await readings()).toEqual([]);
});

test('when it cannot be written, the words are not given, and that is said', async () => {
  await one.contact.do('addComment', { hearingId: held.hearingId, type: 'general', text: 'Forseglede ord.' });
  await one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'withRemarks' });
  await house.sql('revoke insert on sealed_reading from partnership_test');
  const token = await by.token();
  for (const query of doors()) {
    const { status, body } = await house.request('GET', `/api/views/${query}`, { token });
    expect([query, status, body.refusal.code]).toEqual([query, 503, 'unavailable']);
    expect(body.refusal.message.da).toContain('Prøv igen om lidt');
    expect(JSON.stringify(body)).not.toContain('Forseglede ord.');
  }
  expect((await one.staff.view(doors()[1]!)).items).toHaveLength(1);
  await house.sql('grant insert on sealed_reading to partnership_test');
  expect((await by.view(doors()[1]!)).items).toHaveLength(1);
  expect(await readings()).toHaveLength(1);
});
