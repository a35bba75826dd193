import { beforeAll, describe, expect, test } from '@jest/globals';
import { markPresent, meeting, vote } from '../../support/cases.ts';
import type { Member, Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';
import { appoints, doer, everyAct, examples, ready, seatsBack } from './everyAct.ts';
import { everyone, type World } from './example.ts';

const house = useHouse();
let world: World;
let by: Someone;
let one: Member;
let other: Member;

beforeAll(async () => {
  world = await everyone(house);
  ({ one, other } = world);
  by = world.people.secretariat;
}, 60_000);

async function casting() {
  const at = await meeting(house);
  await markPresent(house, at, one, other);
  return vote(house, { at, rules: { tie: 'chairDecides' } });
}

describe('a repeat of an act with the same key', () => {
  test.each(everyAct)('%s: gives the same answer and doubles nothing', async (name) => {
    const [who, input] = [doer(world, name), await ready(name, world)];
    const key = `key-${name}`;
    const before = await fingerprint(house);
    const first = await who.do(name, input as never, key);
    await examples[name].settled?.(world, first);
    const after = await fingerprint(house);
    expect(changes(before, after)).toContain('receipt');
    expect(await who.do(name, input as never, key)).toEqual(first);
    const moved = changes(after, await fingerprint(house)).filter((table) => table !== 'conversation');
    expect(moved).toEqual([]);
    if (appoints(name)) await seatsBack(world);
  });

  test('gives it also when the world has moved on', async () => {
    const open = await casting();
    const cast = { voteId: open.voteId, choice: 'for' as const };
    const first = await one.representative.do('castBallot', cast, 'cast-then-closed');
    await by.do('closeVote', { voteId: open.voteId });
    expect(await one.representative.do('castBallot', cast, 'cast-then-closed')).toEqual(first);
    expect(await one.representative.refused('castBallot', cast, 'another key')).toBe('voteClosed');
  });

  test('a key is one person’s for one act: another with the same key is another act', async () => {
    const open = await casting();
    const cast = { voteId: open.voteId, choice: 'for' as const };
    const mine = await one.representative.do('castBallot', cast, 'shared');
    const theirs = await other.representative.do('castBallot', { ...cast, choice: 'against' }, 'shared');
    expect([mine, theirs]).toMatchObject([{ organisationId: one.id }, { organisationId: other.id }]);
    await by.do('closeVote', { voteId: open.voteId }, 'shared');
  });

  test('a refusal is not kept: the same key may succeed later', async () => {
    const { meetingId } = await meeting(house, { inSession: false });
    const mark = { meetingId, organisationId: one.id, present: true };
    expect(await by.refused('markPresent', mark, 'early')).toBe('sessionClosed');
    await by.do('openSession', { meetingId });
    await by.do('markPresent', mark, 'early');
  });

  test('every act that the app offers is in this list', async () => {
    const { body } = await house.request('GET', '/api/openapi.json', { token: await by.token() });
    const offered = Object.keys(body.paths).flatMap((path) => path.match(/^\/api\/acts\/(\w+)$/)?.[1] ?? []);
    expect([...everyAct].sort()).toEqual(offered.sort());
  });
});
