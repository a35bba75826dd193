import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pino } from 'pino';
import { sealAll, startSealing } from '../../../bot/jobs/case/seal.ts';
import { findUnsealed, sealCase } from '../../../bot/store/case/seals.ts';
import { append, event, newCase, trailOf, useStore, type Store } from '../frame/ground.ts';

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

  test('while the look through the whole trail waits or fails, what is written is sealed all the same', async () => {
    const caseId = await newCase(store);
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line).msg) });
    // Both looks write what they find where it waits: one that is there already stands in the way of the first alone.
    await store.pool.query(`create function stuck() returns trigger language plpgsql as $$
      begin
        if current_query() like '%not exists (select from seal where event_id = looked.id)%' then
          raise exception 'the look takes too long';
        end if;
        return null;
      end $$;
      create trigger stuck before insert on unsealed for each statement execute function stuck()`);
    const sealing = startSealing(store.db, log, () => new Date());
    const checked = async (): Promise<number> => {
      const { verification } = await trailOf(store, caseId);
      return verification.unsealed === 0 ? verification.checked : 0;
    };
    const until = async (holds: () => Promise<boolean>): Promise<void> => {
      while (!(await holds())) await new Promise((done) => setTimeout(done, 20));
    };
    await until(async () => lines.length > 0);
    await append(store, event(caseId));
    await until(async () => (await checked()) === 1);
    await sealing.stop();
    await store.pool.query('drop trigger stuck on unsealed; drop function stuck');
    expect(lines).toEqual(['the trail could not be looked through for what has no seal']);
  });

  test('however long the trail is, the whole of it is looked through', async () => {
    const caseId = await newCase(store);
    for (let count = 0; count < 5; count += 1) await append(store, event(caseId));
    await sealAll(store.db);
    await store.pool.query('alter table seal disable trigger user');
    const lost = `delete from seal where case_id = $1 and seq in (4, 5)`;
    await store.pool.query(lost, [caseId]);
    await store.pool.query('alter table seal enable trigger user');
    await findUnsealed(store.db, 2);
    const { rows } = await store.pool.query('select count(*)::int as n from unsealed where case_id = $1', [
      caseId,
    ]);
    expect(rows).toEqual([{ n: 2 }]);
    await sealAll(store.db);
    expect((await trailOf(store, caseId)).verification).toMatchObject({ ok: true, checked: 5, unsealed: 0 });
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
