import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sealAll } from '../../bot/jobs/seal.ts';
import { findUnsealed, sealCase } from '../../bot/store/seals.ts';
import { append, event, newCase, trailOf, useStore, type Store } from './ground.ts';

/** Until somebody waits for what another transaction has not let go of. */
async function untilOneWaits({ pool }: Store): Promise<void> {
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waits)).rowCount === 0) await new Promise((done) => setTimeout(done, 10));
}

describe('events are sealed in the order in which they came to stand', () => {
  const store = useStore();
  const chain = async (caseId: string) =>
    (await trailOf(store, caseId)).items.map((row) => (row.data as { number: number }).number);

  test('one that waits for its transaction comes after those that did not', async () => {
    const caseId = await newCase(store);
    const slow = await store.pool.connect();
    const early = event(caseId);
    const late = event(caseId);
    await slow.query('begin');
    await slow.query(`insert into event (case_id, at, actor, type, data) values ($1, $2, $3, $4, $5)`, [
      caseId,
      early.at,
      early.actor,
      early.type,
      early.data,
    ]);
    await append(store, late);
    await sealAll(store.db);
    expect(await chain(caseId)).toEqual([late.data['number']]);
    await slow.query('commit');
    slow.release();
    await sealAll(store.db);
    expect(await chain(caseId)).toEqual([late.data['number'], early.data['number']]);
    expect((await trailOf(store, caseId)).verification).toMatchObject({ ok: true, checked: 2, unsealed: 0 });
  });

  test('one whose transaction was undone leaves no hole', async () => {
    const caseId = await newCase(store);
    await append(store, event(caseId));
    await store.pool.query(`select nextval(pg_get_serial_sequence('event', 'id'))`);
    await append(store, event(caseId));
    await sealAll(store.db);
    const { items } = await trailOf(store, caseId);
    expect(items.map((row) => [row.id, row.seq])).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
    const gap = 'select max(id) - min(id) as gap from event where case_id = $1';
    expect(Number((await store.pool.query(gap, [caseId])).rows[0].gap)).toBeGreaterThan(1);
  });

  test('however many seal at once, and however the acts fall in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 2, max: 6 }),
        async (batches, sealers) => {
          const caseId = await newCase(store);
          const writing = batches.map((size) =>
            append(store, ...Array.from({ length: size }, () => event(caseId))),
          );
          const sealing = Array.from({ length: sealers }, () => sealAll(store.db));
          await Promise.all([...writing, ...sealing]);
          await sealAll(store.db);
          const { items, verification } = await trailOf(store, caseId);
          const count = batches.reduce((sum, size) => sum + size, 0);
          expect(verification).toMatchObject({ ok: true, checked: count, brokenAt: null, unsealed: 0 });
          expect(items.map((row) => row.seq)).toEqual(items.map((_, index) => index + 1));
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a thousand and more that waited are one chain', async () => {
    const caseId = await newCase(store);
    await append(store, ...Array.from({ length: 2_001 }, () => event(caseId)));
    await sealAll(store.db);
    const { verification } = await trailOf(store, caseId);
    expect(verification).toMatchObject({ ok: true, checked: 2_001, brokenAt: null, unsealed: 0 });
  });

  test('one that is looked for just while it is sealed stands once, and holds up nothing after it', async () => {
    const caseId = await newCase(store);
    await append(store, event(caseId));
    let looking: Promise<void> | null = null;
    await store.db.transaction().execute(async (trx) => {
      await sealCase(trx, caseId);
      looking = findUnsealed(store.db);
      await untilOneWaits(store);
    });
    await looking;
    await append(store, event(caseId));
    await sealAll(store.db);
    const { verification } = await trailOf(store, caseId);
    expect(verification).toMatchObject({ ok: true, checked: 2, brokenAt: null, unsealed: 0 });
  });

  test('a case that cannot be sealed keeps no other waiting, and is told of', async () => {
    const [stuck, other] = [await newCase(store), await newCase(store)];
    await store.pool.query(`alter table seal add constraint stuck check (case_id <> '${stuck}')`);
    await append(store, event(stuck));
    await append(store, event(other));
    await expect(sealAll(store.db)).rejects.toThrow('1 of 2 cases could not be sealed');
    await store.pool.query('alter table seal drop constraint stuck');
    expect((await trailOf(store, other)).verification).toMatchObject({ checked: 1, unsealed: 0 });
    await sealAll(store.db);
    expect((await trailOf(store, stuck)).verification).toMatchObject({ checked: 1, unsealed: 0 });
  });

  test('sealing what is sealed writes nothing and tells nobody', async () => {
    const caseId = await newCase(store);
    await append(store, event(caseId));
    const heard: string[] = [];
    const listener = await store.pool.connect();
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('listen change');
    for (let i = 0; i < 3; i += 1) await sealAll(store.db);
    await listener.query('select 1');
    expect(heard.filter((one) => one === caseId)).toEqual([caseId]);
    expect(await sealAll(store.db)).toEqual([]);
    listener.release(true);
  });
});
