import { beforeAll, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { Heads, type Heading } from '../../../bot/jobs/case/heads.ts';
import { sealAll } from '../../../bot/jobs/case/seal.ts';
import { lookAt } from '../../../bot/jobs/case/verifyCase.ts';
import { keptKey, newHeadKey } from '../../../bot/process/case/heads.ts';
import { registerCase } from '../../../bot/process/frame/trail.ts';
import { DatabaseClock } from '../../../bot/store/frame/clock.ts';
import { chainsThere } from '../../../bot/store/case/verifying.ts';
import { headsView } from '../../../bot/views/case/heads.ts';
import { wrongHeads, stoodUnder } from '../../support/headProof.ts';
import { append, event, newCase, sealedCase, trailOf, useStore } from '../frame/ground.ts';

const store = useStore();
let clock: DatabaseClock;
const logged: any[] = [];
const log = pino({ level: 'info' }, { write: (text: string) => void logged.push(JSON.parse(text)) });
beforeAll(async () => {
  clock = new DatabaseClock(store.db, true);
  (await clock.start(() => undefined))();
});

const replica = (more: Partial<Heading> = {}): Heads =>
  new Heads({ db: store.db, clock, log, keys: [], minutes: 60, restored: () => Promise.resolve(), ...more });
/** One more, because its time has come. */
async function next(heads = replica()) {
  await clock.advance(3600_000);
  await heads.due();
  return (await headsView(store.db, 0)).latest!;
}

describe('heads over the trail', () => {
  test('are laid once in their time, however many replicas there are', async () => {
    await next();
    const before = (await headsView(store.db, 0)).items.length;
    await clock.advance(3600_000);
    await Promise.all(Array.from({ length: 6 }, () => replica().due()));
    expect((await headsView(store.db, 0)).items).toHaveLength(before + 1);
    await replica().due();
    expect((await headsView(store.db, 0)).items).toHaveLength(before + 1);
  });

  test('are chained and signed, whether or not anything happened, and say nothing of it', async () => {
    for (const events of [0, 2, 0]) {
      if (events > 0) await sealedCase(store, events);
      await next();
    }
    const seen = await headsView(store.db, 0);
    expect(wrongHeads(seen)).toEqual([]);
    expect(new Set(seen.items.map(({ root }) => root)).size).toBe(seen.items.length);
    expect(seen.items.every((head) => Object.keys(head).join() === Object.keys(seen.items[0]!).join())).toBe(
      true,
    );
  });

  test('cover what waited to be sealed, and prove it to whoever reads the trail', async () => {
    const caseId = await newCase(store);
    await append(store, event(caseId), event(caseId));
    const head = await next();
    const { items, anchors } = await trailOf(store, caseId);
    expect(anchors).toEqual([expect.objectContaining({ n: head.n, seq: 2, fits: true })]);
    expect(stoodUnder(head, caseId, anchors[0]!, items)).toBe(true);
  });

  test('keep the end of a chain only where it moved', async () => {
    const caseId = await sealedCase(store, 1);
    const kept = async () =>
      (await store.pool.query('select n from head_leaf where case_id = $1', [caseId])).rows.length;
    await next();
    await next();
    expect(await kept()).toBe(1);
    await append(store, event(caseId));
    await next();
    expect(await kept()).toBe(2);
  });

  test('stand in the log, which outlives the database, with how long each chain was and no hash of it', async () => {
    const caseId = await sealedCase(store, 3);
    const { n, hash } = await next();
    const line = logged.find((one) => one.head?.n === n);
    expect(line).toMatchObject({ msg: 'a head over the trail', head: { n, hash } });
    expect(line.ends).toContainEqual({ caseId, seq: 3 });
  });

  test.each(['head', 'head_leaf', 'head_key'])('are not changed and not removed: %s', async (table) => {
    for (const text of [`delete from ${table}`, `truncate ${table} cascade`])
      await expect(store.pool.query(text)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('whoever writes the trail anew from the start', () => {
  test('is refuted by a head that somebody kept', async () => {
    const caseId = await sealedCase(store, 4);
    const kept = await next();
    const before = await trailOf(store, caseId);
    expect(stoodUnder(kept, caseId, before.anchors[0]!, before.items)).toBe(true);
    const client = await store.pool.connect();
    await client.query(`set session_replication_role = replica`);
    await client.query(`delete from seal where case_id = $1`, [caseId]);
    await client.query(`update event set data = '{}' where case_id = $1`, [caseId]);
    await client.query(
      `insert into unsealed (case_id, event_id) select case_id, id from event where case_id = $1`,
      [caseId],
    );
    await client.query(`set session_replication_role = origin`);
    client.release();
    await next();
    const { items, verification, anchors } = await trailOf(store, caseId);
    // The chain itself knows nothing of it.
    expect(verification).toMatchObject({ ok: true, checked: 4 });
    const [old] = before.anchors;
    expect(stoodUnder(kept, caseId, old!, items)).toBe(false);
    // What the new chain can prove is not what the kept head says.
    expect(anchors.some((one) => stoodUnder(kept, caseId, one, items))).toBe(false);
  });

  test('and until the next head the trail itself says that it no longer fits', async () => {
    const caseId = await sealedCase(store, 3);
    await next();
    const client = await store.pool.connect();
    await client.query(`set session_replication_role = replica`);
    await client.query(`delete from seal where case_id = $1 and seq = 3`, [caseId]);
    await client.query(
      `delete from event e where case_id = $1 and not exists (select from seal where event_id = e.id)`,
      [caseId],
    );
    await client.query(`set session_replication_role = origin`);
    client.release();
    const { verification, anchors } = await trailOf(store, caseId);
    expect(verification).toMatchObject({ ok: true, checked: 2 });
    expect(anchors[0]).toMatchObject({ seq: 3, fits: false });
  });
});

describe('a key', () => {
  const fresh = () => keptKey(newHeadKey());

  test('that the database keeps hands over to one that is configured, and stays to verify with', async () => {
    await next();
    const vault = fresh();
    await next(replica({ keys: [vault] }));
    const seen = await headsView(store.db, 0);
    expect(wrongHeads(seen)).toEqual([]);
    const [handing, first] = seen.items.slice(-2);
    expect(seen.keys.map(({ until }) => until === null)).toEqual([false, true]);
    expect(handing).toMatchObject({ key: seen.keys[0]!.fingerprint, introduces: seen.keys[1]!.publicKey });
    expect(first).toMatchObject({ key: seen.keys[1]!.fingerprint, introduces: null });
    const newer = fresh();
    await next(replica({ keys: [newer, vault] }));
    const rotated = await headsView(store.db, 0);
    expect(wrongHeads(rotated)).toEqual([]);
    expect(rotated.items.at(-2)).toMatchObject({ introduces: rotated.keys[2]!.publicKey });
    // The one before is gone: the next signs all the same, and nothing introduces it.
    await next(replica({ keys: [fresh()] }));
    const lost = await headsView(store.db, 0);
    expect(wrongHeads(lost)).toEqual([]);
    expect(lost.items.at(-2)!.introduces).toBe(null);
    expect(lost.keys).toHaveLength(4);
  });
});

// Last: what is made here is not made good again.
describe('the hourly look holds the chains against the heads, whatever became of its own checkpoints', () => {
  const tampered = async (...statements: [text: string, values?: unknown[]][]): Promise<void> => {
    const client = await store.pool.connect();
    await client.query('set session_replication_role = replica');
    for (const [text, values] of statements) await client.query(text, values);
    await client.query('set session_replication_role = origin');
    client.release();
  };
  const found = async (caseId: string) => {
    const { chain } = await lookAt(store.db, caseId, true);
    return chain.map(({ how }) => how);
  };

  test('and finds nothing where nothing was done', async () => {
    const caseId = await sealedCase(store, 3);
    await next();
    expect([await found(caseId), await found(registerCase)]).toEqual([[], []]);
  });

  test('the ends that were kept beside the head made to fit: the head does not cover them', async () => {
    const caseId = await sealedCase(store, 2);
    await next();
    await tampered(['update head_leaf set hash = $2 where case_id = $1', [caseId, 'f'.repeat(64)]]);
    expect(await found(registerCase)).toEqual(['head']);
    await tampered(['delete from head_leaf where case_id = $1', [caseId]]);
    expect(await found(registerCase)).toEqual(['head']);
    await next();
    expect(await found(registerCase)).toEqual([]);
  });

  test('and a head that was written and not signed', async () => {
    await next();
    await tampered([`update head set at = at + interval '1 minute' where n = (select max(n) from head)`]);
    expect(await found(registerCase)).toEqual(['head']);
    await next();
  });

  test('a chain made anew, with its last event gone, and one of which nothing is left', async () => {
    const [anew, cut, gone] = [
      await sealedCase(store, 3),
      await sealedCase(store, 3),
      await sealedCase(store, 2),
    ];
    await next();
    await tampered(
      ['delete from seal where case_id = $1', [anew]],
      [`update event set data = '{}' where case_id = $1`, [anew]],
      ['insert into unsealed (case_id, event_id) select case_id, id from event where case_id = $1', [anew]],
      ['delete from seal where case_id = $1 and seq = 3', [cut]],
      [
        'delete from event e where case_id = $1 and not exists (select from seal where event_id = e.id)',
        [cut],
      ],
      ['delete from seal where case_id = $1', [gone]],
      ['delete from event where case_id = $1', [gone]],
      ['delete from revision where id = $1::uuid', [gone]],
      ['delete from "case" where id = $1::uuid', [gone]],
    );
    await sealAll(store.db, () => clock.now());
    expect([await found(anew), await found(cut), await found(gone)]).toEqual([
      ['recomputed'],
      ['shorter'],
      ['gone'],
    ]);
    const now = await clock.ask(store.db);
    const there = await chainsThere(store.db, { wholeSince: now, now });
    expect(there.filter(({ due }) => due).map(({ id }) => id)).toEqual(
      expect.arrayContaining([anew, cut, gone]),
    );
  });
});
