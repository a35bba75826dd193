import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { PgBoss } from 'pg-boss';
import { enqueueWith } from '../../../bot/jobs/enqueue.ts';
import { errands } from '../../../bot/jobs/errands.ts';
import type { Bringing } from '../../../bot/jobs/frame/bringing.ts';
import type { Work } from '../../../bot/jobs/frame/work.ts';
import { openQueue, startWork } from '../../../bot/jobs/queue.ts';
import { transact } from '../../../bot/store/frame/database.ts';
import type { ErrandKind } from '../../../bot/process/reach/errands.ts';
import { askErrand, errandOf } from '../../../bot/store/reach/errands.ts';
import { eventually } from '../../support/app.ts';
import { useStore } from '../../store/frame/ground.ts';

const store = useStore();
const log = pino({ level: 'silent' });
const now = new Date('2027-01-01T12:00:00Z');
const clock = { now: () => now, realMs: () => Date.now() };
const kinds: ErrandKind[] = ['file', 'event', 'channel', 'chat'];
const registry: Record<ErrandKind, Bringing> = errands;
const kept = kinds.map((kind) => [kind, registry[kind].bring] as const);
let queue: PgBoss;
/** What is being brought, by what it is about, with how to let it come to its end. */
const under = new Map<string, { kind: ErrandKind; end: () => void }>();
const atOnce = (kind: ErrandKind) => [...under.values()].filter((one) => one.kind === kind).length;

beforeAll(async () => {
  for (const kind of kinds)
    registry[kind].bring = async (_, { aboutId }) => {
      await new Promise<void>((end) => under.set(aboutId, { kind, end }));
      under.delete(aboutId);
      return { went: { done: true, over: true } };
    };
  queue = await openQueue(store.url, log);
  const house = { clock, enqueue: enqueueWith(queue, clock) };
  await startWork(queue, { db: store.db, house, log, directory: null } as unknown as Work);
}, 30_000);
afterAll(async () => {
  for (const [kind, bring] of kept) registry[kind].bring = bring;
  for (const { end } of under.values()) end();
  await queue?.stop({ graceful: false });
});

const ask = async (kind: ErrandKind): Promise<string> => {
  const id = randomUUID();
  await transact(store.db, (trx) => askErrand(trx, kind, id, { at: now }));
  return id;
};
const theClock = async (): Promise<void> => {
  const id = await queue.send('bring', {});
  const looked = async () => (await queue.findJobs('bring', { id: id! }))[0]?.state;
  await eventually(looked, (state) => state === 'completed', 15_000);
};

test('of one kind one at a time, however often the clock looks, and no kind waits for another', async () => {
  const files = [await ask('file'), await ask('file'), await ask('file'), await ask('file')];
  await theClock();
  await eventually(
    async () => atOnce('file'),
    (count) => count === 1,
    15_000,
  );
  // Minutes pass over a file that takes its time, and it is asked for by itself too.
  for (const aboutId of files)
    await queue.send('bring', { kind: 'file', aboutId }, { group: { id: 'file' } });
  for (let minute = 0; minute < 5; minute += 1) await theClock();
  expect(atOnce('file')).toBe(1);
  const looks = `select from pgboss.job where name = 'bring' and state = 'created' and data = '{"kind": "file"}'`;
  expect((await store.pool.query(looks)).rowCount).toBe(1);
  for (const kind of kinds.slice(1)) await ask(kind);
  await theClock();
  await eventually(
    async () => under.size,
    (count) => count === 4,
    15_000,
  );
  expect(kinds.map(atOnce)).toEqual([1, 1, 1, 1]);
  for (let left = files.length; left > 0; left -= 1) {
    expect(atOnce('file')).toBe(1);
    const [id, { end }] = [...under].find(([, { kind }]) => kind === 'file')!;
    end();
    const done = async () => (await errandOf(store.db, 'file', id))?.done;
    await eventually(done, (so) => so === 1, 15_000);
    if (left > 1)
      await eventually(
        async () => atOnce('file'),
        (count) => count === 1,
        15_000,
      );
  }
}, 90_000);
