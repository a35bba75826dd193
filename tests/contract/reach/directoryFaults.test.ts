import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
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
  sources,
} from './directoryGround.ts';

const house = useHouse({ env: directoryEnv });
let by: Someone;
let one: Member;
const crowd: string[] = [];

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff'] });
  for (let n = 0; n < 30; n += 1) crowd.push((await account(house, 'aarhus.example')).objectId);
  const team = [one.representative.objectId, one.staff.objectId, ...crowd];
  await groups(house, { team, secretariat: [], steering: [] });
  await readAll(by);
}, 60_000);

afterEach(async () => {
  await house.api('POST', '/graph/permissions', { denied: [] });
  await house.api('POST', '/graph/throttle', { everyNth: null });
  await house.api('POST', '/graph/dropNotifications', { on: false });
});

const until = <T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> =>
  eventually(look, holds, 20_000);
const isNew = (objectId: string) => async (): Promise<boolean> =>
  (await newcomers(by)).some(({ id }) => id === objectId);
const call = async (name: string): Promise<any> =>
  (await by.view('connections')).calls.find((one: any) => one.name === name);

describe('when Graph does not do as it should', () => {
  test('a word that was lost is made good by the next look', async () => {
    await house.api('POST', '/graph/dropNotifications', { on: true });
    const [lost, told] = [await account(house, 'aarhus.example'), await account(house, 'aarhus.example')];
    await comes(house, hostTeam, lost.objectId);
    await house.api('POST', '/graph/dropNotifications', { on: false });
    await comes(house, hostTeam, told.objectId);
    await until(isNew(told.objectId), Boolean);
    expect(await isNew(lost.objectId)()).toBe(true);
  });

  test('a mark that Graph has forgotten leads to a full reading', async () => {
    await house.api('POST', '/graph/forgetDeltas');
    const guest = await account(house, 'aarhus.example');
    await comes(house, hostTeam, guest.objectId);
    await until(isNew(guest.objectId), Boolean);
  });

  test('a reading that is refused changes nothing, is shown with what to ask for, and the next one mends it', async () => {
    const before = (await sources(by))['team']!.people;
    await house.api('POST', '/graph/permissions', {
      denied: ['TeamMember.Read.Group', 'TeamMember.ReadWrite.All'],
    });
    await by.do('syncDirectory', {});
    const failed = await until(
      () => sources(by),
      (all) => all['team']!.failure !== null,
    );
    expect(failed['team']).toMatchObject({ people: before });
    expect(failed['steering']).toMatchObject({ failure: null });
    const shown = await until(
      () => call('teamMembers'),
      (one) => one.ok === false,
    );
    expect(shown).toMatchObject({ status: 403, permission: 'TeamMember.Read.Group' });
    expect(shown.ask.da).toContain('TeamMember.Read.Group');
    expect(shown.ask.en).toContain('TeamMember.Read.Group');
    await house.api('POST', '/graph/permissions', { denied: [] });
    await readAll(by);
    expect((await sources(by))['team']).toMatchObject({ people: before, failure: null });
  });

  test('a Graph that throttles every third call is read to the end, and never sooner than it said', async () => {
    await house.api('POST', '/graph/throttle', { everyNth: 3, retryAfter: 1 });
    await readAll(by);
    expect((await sources(by))['team']!.failure).toBeNull();
    const { earlier } = await house.api<{ earlier: number }>('GET', '/graph/throttle');
    expect(earlier).toBe(0);
  }, 30_000);
});

describe('before anything is done', () => {
  test('a dry run says who would come and go, and changes nothing', async () => {
    await house.api('POST', '/graph/dropNotifications', { on: true });
    const leaver = crowd[0]!;
    const before = (await sources(by))['team']!.people;
    await goes(house, hostTeam, leaver);
    await by.do('syncDirectory', { dryRun: true });
    const { team } = await until(
      () => sources(by),
      (all) => all['team']!.plan !== null,
    );
    expect(team).toMatchObject({ people: before, plan: { held: false, joined: [] } });
    expect(team!.plan.left).toHaveLength(1);
    expect(team!.plan.left[0]).toContain('aarhus.example');
    await readAll(by);
    expect((await sources(by))['team']).toMatchObject({ people: before - 1, plan: null });
  });

  test('a third of the team that leaves at once keeps its rights until the secretariat has said so', async () => {
    await house.api('POST', '/graph/dropNotifications', { on: true });
    const before = (await sources(by))['team']!.people;
    for (const objectId of [...crowd.slice(1, 15), one.staff.objectId]) await goes(house, hostTeam, objectId);
    await by.do('syncDirectory', {});
    const { team } = await until(
      () => sources(by),
      (all) => all['team']!.plan?.held === true,
    );
    expect(team!.people).toBe(before);
    expect(team!.plan.left).toHaveLength(15);
    expect(await one.staff.viewStatus('me')).toBe(200);
    expect((await by.view('tasks')).items.map((task: any) => task.kind)).toContain('confirmSync');
    expect(await by.refused('syncDirectory', { confirm: 'steering' })).toBe('nothingHeld');
    await by.do('syncDirectory', { confirm: 'team' });
    await until(
      () => one.staff.viewStatus('me'),
      (status) => status === 403,
    );
    expect((await sources(by))['team']).toMatchObject({ people: before - 15, plan: null });
  }, 60_000);
});

test('all of this asked Graph and was answered with nothing that Graph v1.0 has not', () =>
  saysOnlyWhatGraphHas(house));
