import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually, secretariatIds } from '../../support/app.ts';
import { inMeeting, meeting, revision, defaultRules } from '../../support/cases.ts';
import { member, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { eventsOf } from '../../support/fingerprint.ts';
import { saysOnlyWhatGraphHas } from '../../support/graphCheck.ts';
import { useHouse } from '../../support/useHouse.ts';
import {
  account,
  comes,
  directoryEnv,
  goes,
  groups,
  hostTeam,
  newcomers,
  readAll,
  secretariatGroup,
  sources,
} from './directoryGround.ts';

const house = useHouse({ env: directoryEnv });
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['deputy', 'staff'] });
  other = await member(house, { name: 'Odense Kommune' });
  const team = [one.representative, one.deputy, one.staff, other.representative].map((who) => who.objectId);
  await groups(house, {
    team: [...team, ...secretariatIds],
    secretariat: [secretariatIds[0]!],
    steering: [one.representative.objectId],
  });
  await readAll(by);
  await house.sql(`update person set email = 'leder@aarhus.example' where id = $1`, [
    one.representative.personId,
  ]);
  await house.sql(`update person set email = 'leder@odense.example' where id = $1`, [
    other.representative.personId,
  ]);
}, 60_000);

afterEach(async () => {
  await house.api('POST', '/graph/permissions', { denied: [] });
  await house.api('POST', '/graph/throttle', { everyNth: null });
  await house.api('POST', '/graph/dropNotifications', { on: false });
});

const until = <T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> =>
  eventually(look, holds, 15_000);
const me = (who: Someone): Promise<number> => who.viewStatus('me');

describe('who comes to the host team', () => {
  test('is proposed to the secretariat within seconds, with the organisation of the address', async () => {
    const guest = await account(house, 'aarhus.example');
    await comes(house, hostTeam, guest.objectId);
    const seen = await until(
      () => newcomers(by),
      (all) => all.some(({ id }) => id === guest.objectId),
    );
    expect(seen.find(({ id }) => id === guest.objectId)).toMatchObject({
      displayName: guest.displayName,
      email: guest.email,
      guest: true,
      organisationId: one.id,
      organisationName: 'Aarhus Kommune',
      personId: null,
    });
    expect((await by.view('tasks')).items.map((task: any) => task.kind)).toContain('registerNewcomers');
  });

  test('has no rights before the secretariat has registered them, and has them at once then', async () => {
    const guest = await account(house, 'aarhus.example');
    const who = someone(house, guest.objectId);
    await comes(house, hostTeam, guest.objectId);
    await until(
      () => newcomers(by),
      (all) => all.some(({ id }) => id === guest.objectId),
    );
    expect(await me(who)).toBe(403);
    const { objectId, displayName, email } = guest;
    await by.do('registerPerson', { organisationId: one.id, displayName, email, objectId });
    expect(await me(who)).toBe(200);
    expect((await newcomers(by)).map(({ id }) => id)).not.toContain(objectId);
  });

  test('is known again by the address in the register, and linked by one press', async () => {
    const guest = await account(house, 'odense.example');
    const { displayName, email } = guest;
    const { personId } = await by.do('registerPerson', { organisationId: other.id, displayName, email });
    await comes(house, hostTeam, guest.objectId);
    const seen = await until(
      () => newcomers(by),
      (all) => all.some(({ id }) => id === guest.objectId),
    );
    expect(seen.find(({ id }) => id === guest.objectId)).toMatchObject({
      personId,
      organisationId: other.id,
    });
    await by.do('linkAccount', { personId, objectId: guest.objectId });
    expect(await me(someone(house, guest.objectId))).toBe(200);
    expect(await by.refused('linkAccount', { personId, objectId: guest.objectId })).toBe('alreadyExists');
  });

  test('from a domain nobody has is proposed without an organisation', async () => {
    const guest = await account(house, 'ukendt.example');
    await comes(house, hostTeam, guest.objectId);
    const seen = await until(
      () => newcomers(by),
      (all) => all.some(({ id }) => id === guest.objectId),
    );
    expect(seen.find(({ id }) => id === guest.objectId)).toMatchObject({ organisationId: null });
    await goes(house, hostTeam, guest.objectId);
    await until(
      () => newcomers(by),
      (all) => all.every(({ id }) => id !== guest.objectId),
    );
  });

  test('is nobody else’s business: members see neither newcomers nor connections', async () => {
    for (const who of [one.representative, one.staff])
      for (const view of ['newcomers', 'connections']) expect(await who.viewStatus(view)).toBe(404);
  });
});

describe('who leaves the host team', () => {
  test('loses all rights, keeps the place in history, and has them back on return', async () => {
    const { objectId, personId } = one.staff;
    await goes(house, hostTeam, objectId);
    await until(
      () => me(one.staff),
      (status) => status === 403,
    );
    const person = (await by.view('members')).items
      .flatMap((organisation: any) => organisation.people)
      .find(({ id }: any) => id === personId);
    expect(person).toMatchObject({ left: true });
    await comes(house, hostTeam, objectId);
    await until(
      () => me(one.staff),
      (status) => status === 200,
    );
    const said = (await eventsOf(house, 'register')).filter(({ data }) => data.personId === personId);
    expect(said.map(({ type }) => type).slice(-2)).toEqual(['personLeft', 'personReturned']);
  });

  test('a representative is flagged before the vote, which then needs a reason', async () => {
    const at = await meeting(house, { invited: [one.representative, one.deputy] });
    await inMeeting(house, at, one.deputy);
    await by.do('confirmRules', defaultRules);
    const { revisionId, versionId } = await revision(house, { kind: 'final' });
    const asked = { meetingId: at.meetingId, revisionId, versionId, motion: 'Kan målet godkendes?' };
    await goes(house, hostTeam, one.representative.objectId);
    await until(
      () => me(one.representative),
      (status) => status === 403,
    );
    expect(await by.unmet('openVote', asked)).toEqual(['representativeLeft']);
    expect((await by.view('tasks')).items.map((task: any) => task.kind)).toContain('representativeLeft');
    const { voteId } = await by.do('openVote', { ...asked, reason: 'Stedfortræderen stemmer' });
    await one.deputy.do('castBallot', { voteId, choice: 'for' });
    await by.do('closeVote', { voteId });
    await comes(house, hostTeam, one.representative.objectId);
    await until(
      () => me(one.representative),
      (status) => status === 200,
    );
  });
});

describe('whose place the secretariat has ended', () => {
  test('does not get it back by being added to the team anew: the secretariat is asked who that is now', async () => {
    const who = other.representative;
    const before = (await newcomers(by)).map(({ id }) => id);
    await by.do('endPlace', { personId: who.personId, reason: 'Nyt job' });
    expect(await me(who)).toBe(403);
    // Still in the team, until somebody takes the account out of it: no newcomer.
    expect((await newcomers(by)).map(({ id }) => id)).toEqual(before);
    expect(await by.refused('bringIntoTeams', { personId: who.personId })).toBe('personLeft');
    await goes(house, hostTeam, who.objectId);
    await readAll(by);
    expect(await by.refused('bringIntoTeams', { personId: who.personId })).toBe('personLeft');
    await house.advance(60);
    await comes(house, hostTeam, who.objectId);
    await until(
      () => newcomers(by),
      (seen) => seen.some(({ id }) => id === who.objectId),
    );
    expect(await me(who)).toBe(403);
    const said = (await eventsOf(house, 'register')).filter(({ data }) => data.personId === who.personId);
    expect(said.at(-1)!.type).toBe('placeEnded');
    const again = { displayName: 'Leder', email: 'leder@odense.example', objectId: who.objectId };
    await by.do('registerPerson', { organisationId: other.id, ...again });
    expect(await me(who)).toBe(200);
    await by.do('appointRepresentative', { organisationId: other.id, personId: who.personId });
    expect((await newcomers(by)).map(({ id }) => id)).toEqual(before);
  });
});

describe('the secretariat’s group', () => {
  test('makes and unmakes the secretariat; who is configured stays', async () => {
    const colleague = await account(house, 'sekretariat.example', false);
    const who = someone(house, colleague.objectId);
    await comes(house, secretariatGroup, colleague.objectId);
    await readAll(by);
    expect(await who.viewStatus('connections')).toBe(200);
    expect((await who.view('me')).displayName).toBe(colleague.displayName);
    await goes(house, secretariatGroup, colleague.objectId);
    await readAll(by);
    expect(await me(who)).toBe(403);
    await goes(house, secretariatGroup, secretariatIds[0]!);
    await by.do('syncDirectory', {});
    // The last one of a group leaves it on the secretariat's word only.
    await until(
      () => sources(by),
      (all) => all['secretariat']!.plan?.held === true,
    );
    await by.do('syncDirectory', { confirm: 'secretariat' });
    await until(
      () => sources(by),
      (all) => all['secretariat']!.people === 0,
    );
    expect(await me(by)).toBe(200);
    await comes(house, secretariatGroup, secretariatIds[0]!);
  });
});

test('who holds a seat does not become the secretariat by its group, and is shown to be kept out', async () => {
  const { objectId, personId } = other.representative;
  await comes(house, secretariatGroup, objectId);
  await readAll(by);
  expect((await other.representative.view('me')).secretariat).toBe(false);
  const people = (await by.view('members')).items.flatMap((one: any) => one.people);
  expect(people.find(({ id }: any) => id === personId)).toMatchObject({ ofSecretariat: 'held' });
  await goes(house, secretariatGroup, objectId);
  await readAll(by);
});

test('a representative who is not in the steering group’s group is told to the secretariat alone', async () => {
  const inGroup = async (who: Someone): Promise<Record<string, boolean | null>> =>
    Object.fromEntries(
      (await who.view('members')).items
        .flatMap((organisation: any) => organisation.people)
        .map((person: any) => [person.id, person.inSteeringGroup]),
    );
  const seen = await inGroup(by);
  expect(seen[one.representative.personId]).toBe(true);
  expect(seen[other.representative.personId]).toBe(false);
  expect((await inGroup(one.representative))[other.representative.personId]).toBeNull();
});

test('the counts of each source are those of Entra', async () => {
  await readAll(by);
  const { team, secretariat: group, steering } = await sources(by);
  expect(group).toMatchObject({ people: 1, failure: null });
  expect(steering).toMatchObject({ people: 1, failure: null });
  expect(team!.people).toBeGreaterThanOrEqual(6);
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
