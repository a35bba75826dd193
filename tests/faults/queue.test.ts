import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { openQueue } from '../../bot/jobs/queue.ts';
import { eventually } from '../support/app.ts';
import { asAdmin, createDatabase, type TestDatabase } from '../support/postgres.ts';
import { startProxy, type Proxy } from '../support/wire/proxy.ts';

type Queue = Awaited<ReturnType<typeof openQueue>>;
const log = pino({ level: 'silent' });
let database: TestDatabase;
let proxy: Proxy;
let queue: Queue;
const done: string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  proxy = await startProxy(database.url);
  queue = await openQueue(proxy.url, log);
  await queue.work<{ name: string }>('remind', { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    done.push(...jobs.map(({ data }) => data.name));
  });
}, 30_000);
afterAll(async () => {
  await queue?.stop({ graceful: false });
  await proxy?.close();
  await database?.drop();
});

const doneIs = (name: string, ms: number) =>
  eventually(
    async () => done,
    (seen) => seen.includes(name),
    ms,
  );

const ended = async (): Promise<number> =>
  asAdmin(async (client) => {
    const text = `select from pgboss.job where name = 'remind' and state = 'completed'`;
    return (await client.query(text)).rowCount ?? 0;
  }, database.url);

test('a job waits while the line is silent, and is done within half a minute of its return', async () => {
  await queue.send('remind', { name: 'before' });
  await doneIs('before', 10_000);
  // Its end is written down a moment later: a silence in between would have it done once more first.
  await eventually(ended, (count) => count === 1, 10_000);
  proxy.silence();
  await sleep(3_000);
  const other = await openQueue(database.url, log);
  await other.send('remind', { name: 'meanwhile' });
  await other.stop({ graceful: false });
  expect(done).toEqual(['before']);
  proxy.resume();
  await doneIs('meanwhile', 30_000);
}, 60_000);
