import { beforeEach, describe, expect, test } from '@jest/globals';
import { sealAll } from '../../../bot/jobs/case/seal.ts';
import { genesis, linkHash } from '../../../bot/process/frame/trail.ts';
import { recount } from '../../support/recount.ts';
import { append, besideOlder, event, newCase, trailOf, useStore } from '../frame/ground.ts';

const store = useStore();
let caseId: string;
beforeEach(async () => void (caseId = await newCase(store)));

const add = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) await append(store, event(caseId));
};
const seals = async (): Promise<Record<string, any>[]> =>
  (await store.pool.query('select * from seal where case_id = $1 order by seq', [caseId])).rows;
const forms = async (): Promise<number[]> => (await seals()).map((row) => row['form']);

/** What an older replica does: it knows nothing of form, salt and digest. */
async function sealAsOlder(): Promise<void> {
  const [last] = (await seals()).slice(-1);
  const waiting = await store.pool.query('delete from unsealed where case_id = $1 returning event_id as id', [
    caseId,
  ]);
  let [seq, previous] = [last?.['seq'] ?? 0, last?.['hash'] ?? genesis];
  for (const { id } of waiting.rows) {
    const [row] = (await store.pool.query('select * from event where id = $1', [id])).rows;
    const entry = {
      seq: (seq += 1),
      at: row.at.toISOString(),
      actor: row.actor,
      type: row.type,
      data: row.data,
    };
    const hash = linkHash(previous, entry);
    await store.pool.query(
      'insert into seal (event_id, case_id, seq, previous, hash) values ($1, $2, $3, $4, $5)',
      [id, caseId, seq, previous, hash],
    );
    previous = hash;
  }
}

/** What only the database's own administrator can do: past the guards, which refuse it to the app. */
async function erase(seq: number, ...more: string[]): Promise<void> {
  const client = await store.pool.connect();
  const of = `(select event_id from seal where case_id = '${caseId}' and seq = ${seq})`;
  const statements = [
    `update event set data = 'null'::jsonb where id = ${of}`,
    `update seal set salt = null where event_id = ${of}`,
    ...more.map((one) => one.replace('$', of)),
  ];
  try {
    await client.query(`set session_replication_role = replica`);
    for (const one of statements) await client.query(one);
  } finally {
    await client.query(`set session_replication_role = origin`);
    client.release();
  }
}

const whole = (checked: number) => ({ ok: true, checked, brokenAt: null, unsealed: 0 });
/** The chain holds, as the app says and as anyone counts it again. */
async function holds(checked: number): Promise<any[]> {
  const { items, verification } = await trailOf(store, caseId);
  expect(verification).toMatchObject(whole(checked));
  expect(recount(caseId, items)).toEqual({ wrong: [], untold: [] });
  return items;
}

describe('a chain', () => {
  test('is sealed with a salt of 128 bits of its own for each link, and a digest', async () => {
    await add(3);
    await sealAll(store.db);
    const rows = await seals();
    expect(rows.map(({ form }) => form)).toEqual([2, 2, 2]);
    for (const { salt, digest } of rows) {
      expect(salt).toMatch(/^[0-9a-f]{32}$/);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(new Set(rows.map(({ salt }) => salt)).size).toBe(3);
    await holds(3);
  });

  test('of two events that say the same has two digests', async () => {
    const same = event(caseId);
    await append(store, same, { ...same });
    await sealAll(store.db);
    expect(new Set((await seals()).map(({ digest }) => digest)).size).toBe(2);
  });

  test('that an older replica goes on with is of both forms, and holds', async () => {
    await add(2);
    await sealAll(store.db);
    await add(2);
    await sealAsOlder();
    await add(2);
    await sealAll(store.db);
    expect(await forms()).toEqual([2, 2, 1, 1, 2, 2]);
    expect((await holds(6)).map(({ digest }) => digest !== null)).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
  });

  test('is sealed as an older replica understands it while one still serves', async () => {
    await besideOlder(store.url, async () => {
      await add(2);
      await sealAll(store.db);
    });
    await add(1);
    await sealAll(store.db);
    expect(await forms()).toEqual([1, 1, 2]);
    await holds(3);
  });
});

describe('an erased event', () => {
  beforeEach(async () => {
    await add(4);
    await sealAll(store.db);
  });

  test('leaves its digest, by which the chain holds for everybody', async () => {
    await erase(2);
    const items = await holds(4);
    expect(items[1]).toMatchObject({ at: null, actor: null, type: null, data: null, salt: null });
    expect(items[1].digest).toMatch(/^[0-9a-f]{64}$/);
    expect(items[1].sentence).toEqual({ da: 'Slettet', en: 'Erased' });
  });

  test.each([
    ['other words in its place', `update event set data = '{"response":"Ja"}' where id = $`],
    ['another digest', `update seal set digest = repeat('a', 64) where event_id = $`],
    ['another salt', `update seal set salt = repeat('a', 32) where event_id = $`],
  ])('is none with %s: the chain breaks there', async (_, statement) => {
    await erase(2, statement);
    expect((await trailOf(store, caseId)).verification).toMatchObject({ ok: false, brokenAt: 2 });
  });
});

describe('the database', () => {
  beforeEach(async () => {
    await add(1);
    await sealAll(store.db);
  });

  test.each([
    [
      'a digest without its form',
      `insert into seal (event_id, case_id, seq, previous, hash, digest) values (-1, 'x', 1, 'x', 'x', 'x')`,
    ],
    [
      'a form without its digest',
      `insert into seal (event_id, case_id, seq, previous, hash, form) values (-1, 'x', 1, 'x', 'x', 2)`,
    ],
    [
      'a form that there is not',
      `insert into seal (event_id, case_id, seq, previous, hash, form) values (-1, 'x', 1, 'x', 'x', 3)`,
    ],
  ])('takes no seal that has %s', async (_, statement) => {
    await expect(store.pool.query(statement)).rejects.toMatchObject({ code: '23514' });
  });

  test.each([
    `update seal set salt = null`,
    `update seal set form = 1, salt = null, digest = null`,
    `update event set data = 'null'`,
  ])('refuses the app: %s', async (statement) => {
    await expect(store.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
