import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendTo, startOfTests, type House } from '../../support/app.ts';
import { hearing, meeting, vote } from '../../support/cases.ts';
import { member, secretariat, someone, type Member, type Someone } from '../../support/factories.ts';
import { shifted, spawnApp, type Running } from '../../support/process.ts';
import { activity, channelToken, deliver } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse({ env: { PUBLIC_URL: 'http://127.0.0.1:9' } });
const off = 60_000;
const apps: Running[] = [];
let doors: House[];
let by: Someone;
let one: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune', with: ['staff', 'contact'] });
  const started = [-off, off].map((ms) => spawnApp({ ...house.env, LOG_LEVEL: 'silent' }, shifted(ms)));
  apps.push(...(await Promise.all(started)));
  house.onClose(() => Promise.all(apps.map((app) => app.stop())));
  doors = apps.map(({ url }) => ({
    ...house,
    request: (method, path, options) => sendTo(`${url}${path}`, method, options),
  }));
}, 60_000);
beforeEach(() => house.setClock(startOfTests));

const at = (door: House, who: Someone): Someone => someone(door, who.objectId, who.personId);
const remark = (hearingId: string) => ({ hearingId, type: 'general' as const, text: 'Bemærkning' });
const comment = async (door: House, hearingId: string): Promise<string> => {
  const { body } = await at(door, one.staff).act('addComment', remark(hearingId));
  return body.ok ? 'taken' : body.refusal.code;
};
const both = <T>(ask: (door: House) => Promise<T>): Promise<T[]> => Promise.all(doors.map(ask));
const from = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1_000).toISOString();

describe('two replicas whose machines are two minutes apart', () => {
  test('agree on the last comment that is in time, and the first that is not', async () => {
    const { hearingId } = await hearing(house, { deadline: '2027-03-01T12:00' } as never);
    const { deadline } = await by.view(`hearing?id=${hearingId}`);
    await house.setClock(from(deadline, -15));
    expect(await both((door) => comment(door, hearingId))).toEqual(['taken', 'taken']);
    await house.setClock(from(deadline, 1));
    expect(await both((door) => comment(door, hearingId))).toEqual(['hearingClosed', 'hearingClosed']);
  }, 30_000);

  test('show the same hearing open before its deadline and closed after it', async () => {
    const { hearingId } = await hearing(house, { deadline: '2027-06-01T12:00' } as never);
    const { deadline } = await by.view(`hearing?id=${hearingId}`);
    const states = () =>
      both(async (door) => (await at(door, one.contact).view(`hearing?id=${hearingId}`)).state);
    await house.setClock(from(deadline, -15));
    expect(await states()).toEqual(['open', 'open']);
    await house.setClock(from(deadline, 1));
    // They are told of the moved clock a moment later; of the time itself nobody need be told.
    await new Promise((done) => setTimeout(done, 500));
    expect(await states()).toEqual(['closed', 'closed']);
  }, 30_000);

  test('write a trail in which time does not run backwards', async () => {
    const { hearingId, revisionId } = await hearing(house);
    for (let turn = 0; turn < 6; turn += 1) expect(await comment(doors[turn % 2]!, hearingId)).toBe('taken');
    const rows = await house.sql<{ at: Date }>('select at from event where case_id = $1 order by id', [
      revisionId,
    ]);
    const times = rows.map((row) => row.at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)! - times[0]!).toBeLessThan(30_000);
  }, 30_000);

  test('refuse a ballot after a vote is closed, whichever of them closed it', async () => {
    const at0 = await meeting(house, { invited: [one.representative] });
    const { voteId } = await vote(house, { at: at0 });
    const { body } = await at(doors[0]!, by).act('closeVote', { voteId });
    expect(body.ok).toBe(true);
    expect(
      await both((door) => at(door, one.representative).refused('castBallot', { voteId, choice: 'for' })),
    ).toEqual(['voteClosed', 'voteClosed']);
  }, 30_000);

  // Five minutes are forgiven, as clocks differ; the machines' own would put the ends of that two minutes apart.
  test.each([
    [290, [200, 200]],
    [320, [401, 401]],
  ])('agree on whether somebody’s token ran out %i seconds ago', async (ago, answers) => {
    const exp = Math.floor(Date.now() / 1000) - ago;
    const body = { objectId: one.staff.objectId, overrides: { exp } };
    const { token } = await house.api<{ token: string }>('POST', '/token', body);
    const said = await both(async (door) => (await door.request('GET', '/api/views/me', { token })).status);
    expect(said).toEqual(answers);
  });

  test.each([
    [290, [200, 200]],
    [320, [401, 401]],
  ])('agree on whether the channel’s token ran out %i seconds ago', async (ago, answers) => {
    const token = await channelToken(house, { exp: Math.floor(Date.now() / 1000) - ago });
    const sent = { ...activity(house, one.staff), type: 'typing' };
    expect(await both(async (door) => (await deliver(door, sent, token)).status)).toEqual(answers);
  });
});
