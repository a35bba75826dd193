import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextNumber } from '../../../bot/store/case/cases.ts';
import { dropOldReceipts, insertReceipts, receiptFor } from '../../../bot/store/frame/receipts.ts';
import { eventually, sendTo } from '../../support/app.ts';
import { jobNow } from '../../jobs/frame/ground.ts';
import { hearing } from '../../support/cases.ts';
import { members, secretariat, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { useStore } from '../frame/ground.ts';

describe('the numbers that people quote', () => {
  const store = useStore();
  let series = 0;
  const take = (name: string, count: number, undo: boolean): Promise<number | null> =>
    store.db
      .transaction()
      .execute(async (trx) => {
        const last = await nextNumber(trx, name, count);
        if (undo) throw new Error('undone');
        return last;
      })
      .catch(() => null);

  test('have no holes and no doubles, however many take them at once and whoever gives up', async () => {
    const taker = fc.record({ count: fc.integer({ min: 1, max: 4 }), undo: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(taker, { minLength: 2, maxLength: 20 }), async (takers) => {
        const name = `test:${(series += 1)}`;
        const lasts = await Promise.all(takers.map(({ count, undo }) => take(name, count, undo)));
        const taken = lasts.flatMap((last, index) =>
          last === null ? [] : Array.from({ length: takers[index]!.count }, (_, back) => last - back),
        );
        expect(taken.sort((a, b) => a - b)).toEqual(taken.map((_, index) => index + 1));
      }),
      { numRuns: 15 },
    );
  });

  test('of one series say nothing of another’s', async () => {
    const [a, b] = await Promise.all([take('a', 3, false), take('b', 1, false)]);
    expect([a, b]).toEqual([3, 1]);
  });
});

describe('two apps on one database', () => {
  const house = useHouse();
  let by: Someone;
  let other: { url: string };
  beforeAll(async () => {
    by = secretariat(house);
    other = await house.startAnother();
  });
  const start = async (index: number, year: number): Promise<string> => {
    const url = `${(index % 2 ? other : house.app).url}/api/acts/startRevision`;
    const token = await secretariat(house, (index % 2) as 0 | 1).token();
    const body = { title: `Mål ${index}`, track: 'develop', year };
    return (await sendTo<any>(url, 'POST', { token, body })).body.result.ref;
  };

  test('number the cases of a year from one, without gaps, whoever starts them', async () => {
    const years = [2027, 2028];
    const refs = await Promise.all(
      years.flatMap((year) => Array.from({ length: 15 }, (_, index) => start(index, year))),
    );
    const expected = years.flatMap((year) =>
      Array.from({ length: 15 }, (_, index) => `POGI-${year}-${String(index + 1).padStart(2, '0')}`),
    );
    expect(refs.sort()).toEqual(expected);
  });

  test('take one key for one click: one case, of which both tell the same', async () => {
    const body = { title: 'Kun én gang', track: 'revise', year: 2030 };
    const token = await by.token();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        sendTo<any>(`${(index % 2 ? other : house.app).url}/api/acts/startRevision`, 'POST', {
          token,
          body,
          key: 'one click',
        }),
      ),
    );
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((one) => one.body.result.revisionId)).size).toBe(1);
    const { items } = await by.view('revisions');
    expect(items.filter((row: any) => row.title === 'Kun én gang')).toHaveLength(1);
  });

  test('lay one chain over the acts on a case, in which every act stands once', async () => {
    const all = await members(house, 4);
    const { hearingId, revisionId } = await hearing(house);
    const said = Array.from({ length: 28 }, (_, index) => index);
    const answers = await Promise.all(
      said.map(async (index) => {
        const url = `${(index % 2 ? other : house.app).url}/api/acts/addComment`;
        const body = { hearingId, type: 'general', text: `Bemærkning ${index}` };
        return sendTo<any>(url, 'POST', { token: await all[index % 4]!.staff.token(), body });
      }),
    );
    expect(answers.map((one) => one.status)).toEqual(said.map(() => 200));
    const trail = () => by.view(`trail?revisionId=${revisionId}`);
    const { items, verification } = await eventually(trail, (seen) => seen.verification.unsealed === 0);
    // The case, its version, the hearing, and that the secretariat looked.
    expect(verification).toMatchObject({ ok: true, checked: said.length + 4, brokenAt: null, unsealed: 0 });
    expect(items.map((row: any) => row.seq)).toEqual(items.map((_: unknown, index: number) => index + 1));
    // Drafts are told to their own organisation alone.
    const seen = await Promise.all(
      all.map(({ staff }) => staff.view(`trail?revisionId=${revisionId}&limit=500`)),
    );
    const rows = seen.flatMap((one) => one.items);
    const written = rows.flatMap((row: any) => (row.type === 'commentAdded' ? [row.data.ref] : []));
    expect([...written].sort()).toEqual(answers.map((one) => one.body.result.ref).sort());
  });

  test('remember a key for a month, and then the same act is a new one', async () => {
    const input = { title: 'Rengøring', track: 'revise' as const, year: 2031 };
    const first = await by.do('startRevision', input, 'a key');
    await house.advance('P29D');
    await jobNow(house, 'tidy');
    expect(await by.do('startRevision', input, 'a key')).toEqual(first);
    await house.advance('P2D');
    await jobNow(house, 'tidy');
    const kept = async () => (await house.sql('select key from receipt')).length;
    expect(await eventually(kept, (count) => count === 0)).toBe(0);
    expect((await by.do('startRevision', input, 'a key')).revisionId).not.toBe(first.revisionId);
  });
});

describe('the receipt of an act', () => {
  const store = useStore();
  const day = (n: number): Date => new Date(Date.UTC(2027, 0, n));
  const ids = (key: string, request = `request ${key}`) => ({ key, request });
  const result = { ref: 'H1-001', text: 'Æ "ø" 🌱' };
  const asked = 'what was asked';
  const keep = (key: string, at: Date): Promise<void> =>
    store.db.transaction().execute((trx) => insertReceipts(trx, [{ ...ids(key), asked, result, at }]));

  test('is the whole answer, as it was given', async () => {
    await keep('whole', day(1));
    expect(await receiptFor(store.db, ids('whole'))).toEqual({ result, asked });
    expect(await receiptFor(store.db, ids('another'))).toBeNull();
  });

  test.each([
    ['of the same act', ids('once')],
    ['of another act', ids('other act', 'request once')],
  ])('is given once: a second one %s with the same key undoes all that came with it', async (_, second) => {
    await keep('once', day(1)).catch(() => undefined);
    const again = store.db.transaction().execute(async (trx) => {
      await nextNumber(trx, 'with the second');
      await insertReceipts(trx, [{ ...second, asked, result: {}, at: day(2) }]);
    });
    await expect(again).rejects.toMatchObject({ code: '23505' });
    const { rows } = await store.pool.query(`select 1 from counter where series = 'with the second'`);
    expect(rows).toEqual([]);
  });

  test('of an older program is found by its act, also beside another act’s under the same key', async () => {
    await store.pool.query(`insert into receipt (key, result, at) values ('of old', '{"old": true}', $1)`, [
      day(3),
    ]);
    expect(await receiptFor(store.db, ids('of old'))).toEqual({ result: { old: true }, asked: null });
    await keep('of the new', day(3));
    const both = ids('of old', 'request of the new');
    expect(await receiptFor(store.db, both)).toEqual({ result: { old: true }, asked: null });
  });

  test('is dropped when it is older than asked for, and not a moment before', async () => {
    await keep('older', day(9));
    await keep('as old', day(10));
    await dropOldReceipts(store.db, day(10));
    expect(await receiptFor(store.db, ids('older'))).toBeNull();
    expect(await receiptFor(store.db, ids('as old'))).not.toBeNull();
  });
});
