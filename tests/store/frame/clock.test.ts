import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Moments } from '../../../bot/jobs/reach/pace.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import type { Db } from '../../../bot/store/frame/database.ts';
import { useStore } from './ground.ts';

const store = useStore();
afterEach(() => void jest.restoreAllMocks());

/** The same database, as it seems from afar: its answers come late, and its clock may have been set. */
const seen = { lateMs: 0, setMs: 0 };
beforeEach(() => void Object.assign(seen, { lateMs: 0, setMs: 0 }));
const afar = (): Db =>
  store.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      const rows = result.rows.map((row) =>
        typeof row['real'] === 'number' ? { ...row, real: row['real'] + seen.setMs } : row,
      );
      await new Promise((done) => setTimeout(done, seen.lateMs));
      return { ...result, rows };
    },
  }) as Db;

async function started(): Promise<DatabaseClock> {
  const clock = new DatabaseClock(afar(), false);
  const stop = await clock.start(() => undefined);
  stop();
  return clock;
}
/** How far the time that is reckoned is from the one that is asked for. */
const apart = async (clock: DatabaseClock): Promise<number> => {
  const asked = await clock.ask(store.db);
  return clock.now().getTime() - asked.getTime() - seen.setMs;
};

describe('the time', () => {
  test('is the database’s, whatever the machine takes for it', async () => {
    const real = Date.now();
    const clock = await started();
    jest.spyOn(Date, 'now').mockImplementation(() => real + 3600_000);
    expect(Math.abs(await apart(clock))).toBeLessThan(200);
    jest.spyOn(Date, 'now').mockImplementation(() => real - 3600_000);
    expect(Math.abs(await apart(clock))).toBeLessThan(200);
  });

  test('is not believed less for an answer that came late', async () => {
    const clock = await started();
    seen.lateMs = 2_000;
    await clock.renew();
    seen.lateMs = 0;
    expect(Math.abs(await apart(clock))).toBeLessThan(200);
  });

  test('follows the database at once when its clock was set, forward or back', async () => {
    const clock = await started();
    for (const setMs of [3600_000, -3600_000]) {
      seen.setMs = setMs;
      await clock.renew();
      expect(Math.abs(await apart(clock))).toBeLessThan(200);
    }
  });

  test('is asked for once by all who share a transaction', async () => {
    const clock = await started();
    const times = await store.db
      .transaction()
      .execute((trx) => Promise.all(Array.from({ length: 20 }, () => clock.ask(trx))));
    expect(new Set(times.map((at) => at.getTime())).size).toBe(1);
  });

  test('goes on while a transaction waits: it is that of the asking, not of the beginning', async () => {
    const clock = await started();
    const [first, second] = await store.db.transaction().execute(async (trx) => {
      const before = await clock.ask(trx);
      await new Promise((done) => setTimeout(done, 100));
      return [before, await clock.ask(trx)];
    });
    expect(second!.getTime() - first!.getTime()).toBeGreaterThanOrEqual(99);
  });
});

describe('messages leave at the pace that all replicas share', () => {
  test.each([3600_000, -3600_000])(
    'on a machine whose clock is off by %d ms too',
    async (ms) => {
      const real = performance.now();
      jest.spyOn(Date, 'now').mockImplementation(() => performance.now() + performance.timeOrigin + ms);
      const moments = new Moments(store.db, 50);
      await moments.take(8);
      const taken = jest.spyOn(moments, 'take');
      for (let i = 0; i < 8; i += 1) await moments.next();
      expect(performance.now() - real).toBeGreaterThan(120);
      expect(taken.mock.calls.length).toBeLessThan(4);
    },
    10_000,
  );
});
