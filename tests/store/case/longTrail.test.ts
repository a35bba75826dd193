import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Actor } from '../../../bot/process/frame/roles.ts';
import { sealAll } from '../../../bot/jobs/case/seal.ts';
import type { Db } from '../../../bot/store/frame/database.ts';
import type { TrailView } from '../../../bot/views/people/shapes.ts';
import { trailView } from '../../../bot/views/case/trail.ts';
import { verified } from '../../../bot/views/case/verification.ts';
import { append, event, newCase, useStore } from '../frame/ground.ts';

const store = useStore();
const long = 1_850;
let caseId: string;

beforeAll(async () => {
  caseId = await newCase(store);
  await append(store, ...Array.from({ length: long }, () => event(caseId)));
  await sealAll(store.db);
});
afterEach(() => void jest.restoreAllMocks());

/** One more replica: it has verified nothing yet, and counts how many rows it is given at a time. */
function replica(): { db: Db; rows: number[] } {
  const rows: number[] = [];
  const db = store.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      rows.push(result.rows.length);
      return result;
    },
  }) as Db;
  return { db, rows };
}
const reader: Actor = {
  personId: '00000000-0000-4000-8000-000000000000',
  displayName: '',
  organisationId: null,
  secretariat: true,
  chair: false,
  locale: 'da',
};
const page = (db: Db, limit: number, after?: string): Promise<TrailView> =>
  trailView(
    {
      db,
      reader,
      now: new Date(),
      may: () => Promise.reject(new Error('a trail has no buttons')),
      readsSealed: () => Promise.resolve(),
    },
    { revisionId: caseId, limit, after },
  );
const sum = (rows: number[]): number => rows.reduce((all, one) => all + one, 0);
const whole = { ok: true, checked: long, brokenAt: null };

async function tamper(text: string, values: unknown[]): Promise<void> {
  const client = await store.pool.connect();
  await client.query(`set session_replication_role = replica`);
  await client.query(text, values);
  client.release(true);
}

describe('a long trail', () => {
  test('is read a page at a time, and verified to its end in small parts, whatever page is asked for', async () => {
    const { db, rows } = replica();
    const { items, verification, next } = await page(db, 10);
    expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(next).toBe(items.at(-1)!.id);
    expect(verification).toMatchObject({ ...whole, unsealed: 0 });
    expect(Math.max(...rows)).toBeLessThanOrEqual(200);
  });

  test('is verified once for all who ask at the same time', async () => {
    const { db, rows } = replica();
    const seen = await Promise.all(Array.from({ length: 20 }, () => verified(db, caseId, 0)));
    expect(new Set(seen.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(whole)]));
    expect(sum(rows)).toBe(long);
  });

  test('is verified from where it was verified before', async () => {
    const { db, rows } = replica();
    await verified(db, caseId, 0);
    rows.length = 0;
    for (let i = 0; i < 5; i += 1) await page(db, 10);
    // The page and one row more, its names, and the link that was the last.
    expect(sum(rows)).toBeLessThan(5 * 20);
  });

  test('is told to be broken where somebody changed what was verified last', async () => {
    const { db } = replica();
    expect(await verified(db, caseId, 0)).toEqual(whole);
    const at = `where case_id = $1 and seq = $2`;
    const [{ hash }] = (await store.pool.query(`select hash from seal ${at}`, [caseId, long])).rows;
    await tamper(`update seal set hash = 'x' ${at}`, [caseId, long]);
    expect(await verified(db, caseId, 0)).toMatchObject({ ok: false, brokenAt: long });
    await tamper(`update seal set hash = $3 ${at}`, [caseId, long, hash]);
    expect(await verified(db, caseId, 0)).toEqual(whole);
  });

  test('is verified whole again in time, so that a change far back is found', async () => {
    const { db } = replica();
    expect(await verified(db, caseId, 0)).toEqual(whole);
    const at = 'where id = (select event_id from seal where case_id = $1 and seq = 7)';
    await tamper(`update event set type = type || 'x' ${at}`, [caseId]);
    const now = performance.now();
    jest.spyOn(performance, 'now').mockImplementation(() => now + 25 * 3600_000);
    expect(await verified(db, caseId, 0)).toMatchObject({ ok: false, brokenAt: 7, checked: 6 });
    await tamper(`update event set type = left(type, -1) ${at}`, [caseId]);
    expect(await verified(db, caseId, 0)).toEqual(whole);
  });

  test('is read to its end in pages, the newest that are not sealed yet included', async () => {
    const { db } = replica();
    await append(store, event(caseId), event(caseId), event(caseId));
    const seen: (number | null)[] = [];
    let after: string | undefined;
    do {
      const { items, next, verification } = await page(db, 500, after);
      expect(verification.unsealed).toBe(3);
      seen.push(...items.map(({ seq }) => seq));
      after = next;
    } while (after);
    expect(seen).toEqual([...Array.from({ length: long }, (_, index) => index + 1), null, null, null]);
  });

  test('goes on after an event that was sealed while the page was read', async () => {
    const { db } = replica();
    const { items } = await page(db, 1, undefined);
    const before = await page(db, 500, String(long + 1));
    await sealAll(store.db);
    const after = await page(db, 500, String(long + 1));
    expect(before.items.map(({ seq }) => seq)).toEqual([null, null]);
    expect(after.items.map(({ seq }) => seq)).toEqual([long + 2, long + 3]);
    expect(items).toHaveLength(1);
    expect((await page(db, 5, '999999999')).items).toEqual([]);
  });

  test('that was verified and has grown since is read from where that ended', async () => {
    const { db, rows } = replica();
    const { checked: before } = await verified(db, caseId, 0);
    await append(store, event(caseId), event(caseId));
    await sealAll(store.db);
    rows.length = 0;
    expect(await verified(db, caseId, 0)).toEqual({ ...whole, checked: before + 2 });
    // The link that was the last, and the two since.
    expect(sum(rows)).toBe(3);
    const fromTheStart = await verified(replica().db, caseId, 0);
    expect(fromTheStart).toEqual({ ...whole, checked: before + 2 });
  });
});
