import { beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/app.ts';
import { addVersion, hearing, meeting, revision, vote } from '../../support/cases.ts';
import { secretariat } from '../../support/factories.ts';
import { recount } from '../../support/recount.ts';
import { useHouse } from '../../support/useHouse.ts';
import { castOf, type Cast } from './ground.ts';
const house = useHouse();
let cast: Cast;
test('before there is any case, the secretariat is asked to confirm the rules', async () => {
  const { items } = await secretariat(house).view('tasks');
  expect(items.map((one: any) => one.kind)).toEqual(['confirmRules']);
});
describe('a list that goes on', () => {
  beforeAll(async () => {
    cast = await castOf(house);
  });
  test('a page after a row that has left the list goes on, it does not begin again', async () => {
    for (let i = 0; i < 6; i += 1) await revision(house);
    const first = await cast.by.view('revisions?state=developing&limit=2');
    await addVersion(house, first.next);
    const second = await cast.by.view(`revisions?state=developing&limit=2&after=${first.next}`);
    const ids = (page: any) => page.items.map((row: any) => row.id);
    for (const id of ids(second)) expect(ids(first)).not.toContain(id);
  });
  test('a page after nothing that there is is not the first page', async () => {
    const first = await cast.by.view('revisions?limit=2');
    const token = await cast.by.token();
    const { status, body } = await house.request('GET', '/api/views/revisions?limit=2&after=nothing', {
      token,
    });
    expect(status === 200 ? body.items : []).not.toEqual(first.items);
  });
  test('no meeting is left out', async () => {
    for (let i = 0; i < 52; i += 1) await meeting(house, { inSession: false });
    const seen = await cast.by.view('meetings');
    expect(seen.items.length === 52 || seen.next !== undefined).toBe(true);
  });
});
describe('what is shown is whole and in order', () => {
  test('a member can check the chain from what the trail shows', async () => {
    const held = await hearing(house);
    await cast.one.contact.do('submitAnswer', { hearingId: held.hearingId, position: 'noRemarks' });
    const trail = () => cast.other.staff.view(`trail?revisionId=${held.revisionId}`);
    const { items } = await eventually(trail, (seen) => seen.verification.unsealed === 0);
    // What is sealed from them counts too: its digest is told.
    expect(items.some((row: any) => row.data === null && row.digest !== null)).toBe(true);
    expect(recount(held.revisionId, items)).toEqual({ wrong: [], untold: [] });
    const forged = items.with(1, { ...items[1], data: { ...items[1].data, title: 'Noget andet' } });
    expect(recount(held.revisionId, forged).wrong).toEqual([2]);
  });
  test('cases of a year stand in the order of their numbers, past the ninety-ninth too', async () => {
    await house.sql(`insert into counter (series, value) values ('revision:2040', 98)`);
    const refs: string[] = [];
    for (let i = 0; i < 3; i += 1)
      refs.push((await cast.by.do('startRevision', { title: 'X', track: 'revise', year: 2040 })).ref);
    const { items } = await cast.by.view('revisions?limit=500');
    expect(items.map((row: any) => row.ref).filter((ref: string) => ref.includes('2040'))).toEqual(refs);
  });
  test('messages about a hearing that is not there are not found', async () => {
    expect(await cast.by.viewStatus('deliveries?hearingId=00000000-0000-4000-8000-000000999999')).toBe(404);
  });
  test('a rehearsal on the list of tasks is called one', async () => {
    const at = await meeting(house);
    const { voteId } = await vote(house, { at, rehearsal: true });
    const { items } = await cast.one.representative.view('tasks');
    expect(items.find((one: any) => one.voteId === voteId).title.da).toMatch(/prøve/i);
  });

  test('a case’s buttons are about the meeting in session, or else the one nearest in time', async () => {
    const now = (await house.now()).getTime();
    const call = (days: number) => {
      const startsAt = new Date(now + days * 24 * 3600_000).toISOString();
      const endsAt = new Date(now + days * 24 * 3600_000 + 3600_000).toISOString();
      const title = `Om ${days} dage`;
      return cast.by.do('callMeeting', { kind: 'steeringGroup', season: 'spring', title, startsAt, endsAt });
    };
    await house.sql('update vote set closed_at = now() where closed_at is null');
    for (const { meetingId } of await open()) await cast.by.do('endSession', { meetingId });
    const about = await revision(house, { kind: 'final' });
    const near = await call(0.01);
    await call(200);
    await cast.by.do('openSession', near);
    const { allowed } = await cast.by.view(`revision?id=${about.revisionId}`);
    expect(allowed.find((one: any) => one.act === 'endSession')).toMatchObject({ ok: true });
    const { items } = await cast.by.view('meetings?limit=500');
    expect(items.filter((one: any) => one.inSession).map((one: any) => one.id)).toEqual([near.meetingId]);
    const vote = allowed.find((one: any) => one.act === 'openVote');
    expect(vote.unmet.map((one: any) => one.code)).not.toContain('notInSession');
  });
});

const open = async (): Promise<{ meetingId: string }[]> =>
  house.sql('select meeting_id as "meetingId" from session where ended_at is null');
