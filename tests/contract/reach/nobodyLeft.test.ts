import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually, secretariatIds } from '../../support/app.ts';
import { hearing, vote } from '../../support/cases.ts';
import { member, person, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';
import { comes, directoryEnv, goes, groups, hostTeam, readAll } from './directoryGround.ts';

const house = useHouse({ env: directoryEnv });
let by: Someone;
/** Has a contact, a representative and a deputy. */
let full: Member;
/** Its representative is all it has. */
let alone: Member;

beforeAll(async () => {
  by = secretariat(house);
  await groups(house, { team: [...secretariatIds], secretariat: [secretariatIds[0]!], steering: [] });
  await readAll(by);
}, 60_000);
beforeEach(async () => {
  full = await member(house, { with: ['deputy', 'contact', 'staff'] });
  alone = await member(house, { with: ['staff'] });
  const people = [
    full.representative,
    full.deputy,
    full.contact,
    full.staff,
    alone.representative,
    alone.staff,
  ];
  for (const { objectId } of people) await comes(house, hostTeam, objectId);
  await readAll(by);
}, 60_000);

async function leaves(who: Someone): Promise<void> {
  await goes(house, hostTeam, who.objectId);
  await eventually(
    () => who.viewStatus('me'),
    (status) => status === 403,
    15_000,
  );
}
const rows = (message: string, hearingId: string | null, ...whom: Someone[]) =>
  house.sql(
    `select person_id from delivery where message = $1 and case when about_kind = 'hearing' then about_id end is not distinct from $2 and person_id = any($3)`,
    [message, hearingId, whom.map(({ personId }) => personId)],
  );
const toldBy = async (message: string, hearingId: string | null, ...whom: Someone[]): Promise<string[]> =>
  (await rows(message, hearingId, ...whom)).map(({ person_id: id }) => id as string);
/** Messages to the secretariat that somebody must be found. */
const asked = async (hearingId: string | null = null): Promise<number> =>
  (
    await house.sql(
      `select d.id from delivery d join person p on p.id = d.person_id and p.secretariat
        where d.message = 'placeVacant' and case when d.about_kind = 'hearing' then d.about_id end is not distinct from $1`,
      [hearingId],
    )
  ).length;
const tasksAbout = async ({ name }: Member): Promise<string[]> =>
  (await by.view('tasks')).items
    .filter(({ title }: any) => title.da.includes(name))
    .map(({ kind }: any) => kind);
const answererOf = async ({ id }: Member): Promise<string | null> =>
  (await by.view('members?limit=500')).items.find((one: any) => one.id === id).answererId;
const answer = (hearingId: string) => ({ hearingId, position: 'noRemarks' as const });

describe('when a contact leaves the team', () => {
  test('the next one who is there answers, is told at once and reminded, and the one who left is neither', async () => {
    const { hearingId } = await hearing(house);
    await leaves(full.contact);
    const two = [full.contact, full.representative] as const;
    expect(await answererOf(full)).toBe(full.representative.personId);
    expect(await toldBy('hearingInvitation', hearingId, full.representative)).toHaveLength(2);
    await by.do('remindMissing', { hearingId });
    expect(await toldBy('hearingReminder', hearingId, ...two)).toEqual([full.representative.personId]);
    await leaves(full.representative);
    expect(await full.staff.refused('submitAnswer', answer(hearingId))).toBe('notContact');
    await full.deputy.do('submitAnswer', answer(hearingId));
  }, 40_000);

  test('and comes back, the contact answers again and is told what is open', async () => {
    await leaves(full.contact);
    const { hearingId } = await hearing(house);
    expect(await toldBy('hearingInvitation', hearingId, full.contact)).toEqual([]);
    await comes(house, hostTeam, full.contact.objectId);
    await eventually(
      () => answererOf(full),
      (id) => id === full.contact.personId,
      15_000,
    );
    expect(await toldBy('hearingInvitation', hearingId, full.contact)).toHaveLength(1);
  }, 40_000);
});

describe('when nobody is left who can answer', () => {
  test.each(['by the team', 'by the secretariat'])(
    'the secretariat is told at once, has a task and sees it at the member: %s',
    async (how) => {
      const { hearingId } = await hearing(house);
      const before = await asked();
      if (how === 'by the team') await leaves(alone.representative);
      else await by.do('endPlace', { personId: alone.representative.personId });
      expect(await asked()).toBeGreaterThan(before);
      expect(await tasksAbout(alone)).toContain('answererMissing');
      expect(await answererOf(alone)).toBeNull();
      const { body } = await alone.staff.act('submitAnswer', answer(hearingId));
      expect(JSON.stringify(body)).toContain('Sekretariatet udpeger en ny');
      await by.do('nameContact', { organisationId: alone.id, personId: alone.staff.personId });
      expect(await tasksAbout(alone)).not.toContain('answererMissing');
      expect(await toldBy('hearingInvitation', hearingId, alone.staff)).toHaveLength(2);
      await alone.staff.do('submitAnswer', answer(hearingId));
    },
    40_000,
  );

  test('an invitation and a reminder go to the secretariat in their place, and are counted as they were sent', async () => {
    await leaves(alone.representative);
    const { hearingId, revisionId } = await hearing(house);
    expect(await asked(hearingId)).toBeGreaterThan(0);
    const invited = await house.sql(
      `select id from delivery where message = 'hearingInvitation' and about_id = $1 and person_id is not null`,
      [hearingId],
    );
    const before = await asked(hearingId);
    const { told } = await by.do('remindMissing', { hearingId });
    expect(await asked(hearingId)).toBeGreaterThan(before);
    const reminded = await house.sql(
      `select id from delivery where message = 'hearingReminder' and about_id = $1`,
      [hearingId],
    );
    const events = await eventsOf(house, revisionId);
    const toldIn = (type: string) => events.find((one) => one.type === type)!.data.told;
    expect(toldIn('hearingOpened')).toBe(invited.length);
    expect([toldIn('missingReminded'), told]).toEqual([reminded.length, reminded.length]);
  }, 40_000);
});

test('whoever left and is registered with another member is nothing for the first one any more', async () => {
  const { representative: who } = alone;
  await leaves(who);
  const again = {
    organisationId: full.id,
    displayName: 'Indkøber',
    email: 'ny@example.dk',
    objectId: who.objectId,
  };
  await by.do('registerPerson', again);
  expect(await who.view('me')).toMatchObject({ organisationId: full.id, roles: [], chair: false });
  expect(await answererOf(alone)).toBeNull();
  const types = (await eventsOf(house, 'register')).filter(({ data }) => data.personId === who.personId);
  expect(types.map(({ type }) => type).slice(-2)).toEqual(['placeEnded', 'personReturned']);
}, 40_000);

test('of a vote and its result nobody is told who has left, and a message that failed is not sent to them again', async () => {
  const gone = await person(house, alone);
  await by.do('nameDeputy', { organisationId: alone.id, personId: gone.personId });
  await by.do('endPlace', { personId: gone.personId });
  await by.do('endPlace', { personId: alone.representative.personId });
  const { voteId } = await vote(house, { season: 'autumn' });
  expect(
    await house.sql('select id from delivery where about_id = $1 and person_id = $2', [
      voteId,
      gone.personId,
    ]),
  ).toEqual([]);
  const { hearingId } = await hearing(house);
  const failed = `update delivery set state = 'failed' where about_id = $1 and person_id = $2`;
  await eventually(
    () =>
      house.sql(`select id from delivery where about_id = $1 and state in ('queued', 'sending')`, [
        hearingId,
      ]),
    (left) => left.length === 0,
    20_000,
  );
  await house.sql(failed, [hearingId, full.staff.personId]);
  await by.do('endPlace', { personId: full.staff.personId });
  await house.sql(`update delivery set state = 'accepted' where about_id = $1 and person_id <> $2`, [
    hearingId,
    full.staff.personId,
  ]);
  expect(await by.refused('resendFailed', { hearingId })).toBe('nothingToResend');
}, 60_000);
