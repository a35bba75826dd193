import { beforeAll, expect, test } from '@jest/globals';
import { eventually, sendTo } from '../../support/app.ts';
import { secretariat, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
const path = '/api/graph/notifications';
let by: Someone;

/** As many words as are read of one request, each with ids of its own, nearly as long as they may be. */
const largest = (request: number): string =>
  JSON.stringify({
    value: Array.from({ length: 100 }, (_, word) => ({
      subscriptionId: `${request}-${word}`.padEnd(190, 'x'),
      clientState: 'guessed'.padEnd(190, 'x'),
      changeType: 'updated',
      resource: 'x'.repeat(400),
    })),
  });
const bodies = Array.from({ length: 40 }, (_, request) => largest(request));

const say = (body: unknown) => sendTo(`${house.app.url}${path}`, 'POST', { body });
/** What one look at one's own tasks takes, in milliseconds: the middle of so many, one after the other. */
async function viewTakes(times: number): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const from = performance.now();
    await by.view('tasks');
    took.push(performance.now() - from);
  }
  return took.toSorted((a, b) => a - b)[Math.floor(times / 2)]!;
}
const looks = () => house.sql(`select 1 from pgboss.job where name = 'syncDirectory'`);
/** Since the server counts: how often a row of ours was looked up by its id, or the table read. */
async function lookedUp(): Promise<number> {
  await house.sql('select pg_stat_clear_snapshot()');
  const [row] = await house.sql<{ n: string }>(
    `select coalesce(idx_scan, 0) + seq_scan as n from pg_stat_user_tables where relname = 'subscription'`,
  );
  return Number(row!.n);
}

beforeAll(async () => {
  by = secretariat(house);
  await by.view('me');
  await house.sql(`insert into subscription values ('ours', 'g', 'the secret', now() + interval '1 day')`);
  await house.sql(`delete from pgboss.job where name = 'syncDirectory'`);
});

test('the largest of a stranger’s requests is read, and a larger one is not', async () => {
  expect(bodies[0]!.length).toBeGreaterThan(80_000);
  expect((await say(bodies[0])).status).toBe(202);
  expect((await say(bodies[0]!.padEnd(97 * 1024))).status).toBe(413);
});

test('forty strangers who say all they can at once do not make a member wait', async () => {
  const before = await viewTakes(20);
  const lookedBefore = await lookedUp();
  const said = Promise.all(bodies.map(say));
  const meanwhile = await viewTakes(20);
  for (const { status } of await said) expect([202, 503]).toContain(status);
  expect(meanwhile / before).toBeLessThan(8);
  await new Promise((done) => setTimeout(done, 1_500));
  expect((await lookedUp()) - lookedBefore).toBeLessThan(10);
  expect(await looks()).toEqual([]);
});

test('a true word among them is heard', async () => {
  const strangers = bodies.map(say);
  const told = await say({ value: [{ subscriptionId: 'ours', clientState: 'the secret' }] });
  expect(told.status).toBe(202);
  await Promise.all(strangers);
  await eventually(looks, (jobs) => jobs.length === 1);
});

test('more than is kept of strangers’ words is answered at once, and not kept', async () => {
  const short = Array.from({ length: 200 }, (_, n) => ({
    value: [{ subscriptionId: `${n}`, clientState: 'x' }],
  }));
  const all = await Promise.all(short.map(say));
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set([202, 503]));
  expect((await by.view('tasks')).items).toBeDefined();
});
