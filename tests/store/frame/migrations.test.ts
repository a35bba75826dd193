import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { dumpSchema } from '../../../bot/store/frame/setUp/dump.ts';
import { limits } from '../../../bot/store/frame/limits.ts';
import { migrate, migrationSteps, whileMigrating } from '../../../bot/store/frame/setUp/migrate.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

const schemaFile = new URL('../../../bot/store/schema.sql', import.meta.url);
const steps = new Map(
  await Promise.all((await migrationSteps()).map(async ({ name, text }) => [name, await text()] as const)),
);
const names = [...steps.keys()];
const textOf = (name: string): string => steps.get(name)!;

let database: TestDatabase;
let pool: pg.Pool;
const opened: TestDatabase[] = [];

const open = async (from: 'empty' | 'migrated'): Promise<void> => {
  database = await createDatabase(from);
  opened.push(database);
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
};
afterEach(() => pool.end());
afterAll(async () => {
  for (const one of opened) await one.drop();
}, 60_000);
const applied = async (): Promise<string[]> =>
  (await pool.query<{ name: string }>('select name from migration order by name')).rows.map(
    (row) => row.name,
  );
const tables = async (): Promise<string[]> =>
  (
    await pool.query(`select table_name from information_schema.tables where table_schema = 'public'`)
  ).rows.map((row) => row.table_name);

describe('an empty database', () => {
  beforeEach(() => open('empty'));

  test('is brought up by eight starts at once, each step taken once and by one of them', async () => {
    const done = await Promise.all(Array.from({ length: 8 }, () => migrate(pool)));
    expect(done.flat().sort()).toEqual(names);
    expect(await applied()).toEqual(names);
    expect(await migrate(pool)).toEqual([]);
  });

  test('becomes exactly what the written schema says', async () => {
    await migrate(pool);
    const written = await readFile(schemaFile, 'utf8');
    expect(await dumpSchema(pool)).toBe(written);
  });

  // Each stop takes all steps: one in ten, the first, and the newest, which no database has taken yet.
  const stops = names.slice(0, -1).filter((_, index) => index % 10 === 0 || index > names.length - 4);
  test.each(stops)('that stopped after %s goes on from there and ends the same', async (last) => {
    await pool.query(
      'create table migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    for (const name of names.slice(0, names.indexOf(last) + 1)) {
      const text = textOf(name);
      await pool.query(text);
      const hash = createHash('sha256').update(text).digest('hex');
      await pool.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    }
    expect(await migrate(pool)).toEqual(names.slice(names.indexOf(last) + 1));
    expect(await dumpSchema(pool)).toBe(await readFile(schemaFile, 'utf8'));
  });

  test('in which a step fails keeps the steps before it and nothing of it, and can be tried again', async () => {
    // In the way of the third step: its last table is there already.
    await pool.query('create table ballot (id integer)');
    await expect(migrate(pool)).rejects.toMatchObject({ code: '42P07' });
    expect(await applied()).toEqual(names.slice(0, 2));
    expect(await tables()).not.toContain('vote');
    await pool.query('drop table ballot');
    expect(await migrate(pool)).toEqual(names.slice(2));
  });
});

const waiting = `select from pg_locks where not granted and locktype = 'relation'
  and database = (select oid from pg_database where datname = current_database())`;

test('each step lets whoever has read a table write to it: neither waits for the other', async () => {
  await open('empty');
  const beside = await pool.connect();
  const crossed: string[] = [];
  for (const name of names) {
    const there = await tables();
    const lock = (mode: string) => beside.query(`lock table "${there.join('", "')}" in ${mode} mode`);
    await beside.query('begin');
    if (there.length > 0) await lock('access share');
    const at = { end: false };
    const step = pool
      .query(`begin; ${textOf(name)}; commit`)
      .then(
        () => null,
        (error: Error) => error,
      )
      .finally(() => (at.end = true));
    const waits = async () => (await beside.query(waiting)).rowCount;
    while (!at.end && !(await waits())) await sleep(10);
    if (there.length > 0) await lock('row exclusive');
    await beside.query('commit');
    const failed = await step;
    if (failed) crossed.push(`${name}: ${failed.message}`);
  }
  beside.release();
  expect(crossed).toEqual([]);
}, 60_000);

describe('a database that is up to date', () => {
  beforeEach(() => open('migrated'));

  test('whose steps were changed after they ran is refused by name, and changed in nothing', async () => {
    const before = await dumpSchema(pool);
    await pool.query(`update migration set hash = 'other' where name = $1`, [names[1]]);
    await expect(migrate(pool)).rejects.toThrow(names[1]);
    expect(await dumpSchema(pool)).toBe(before);
  });

  test('is not held by a start that was refused: the next one gets its turn', async () => {
    const { rows } = await pool.query('select hash from migration where name = $1', [names[0]]);
    await pool.query(`update migration set hash = 'other' where name = $1`, [names[0]]);
    await expect(migrate(pool)).rejects.toThrow(names[0]);
    await pool.query('update migration set hash = $1 where name = $2', [rows[0].hash, names[0]]);
    expect(await migrate(pool)).toEqual([]);
    const held = await pool.query(
      `select count(*)::int as n from pg_locks where locktype = 'advisory'
        and database = (select oid from pg_database where datname = current_database())`,
    );
    expect(held.rows[0].n).toBe(0);
  });

  test('in which somebody holds a table is given up by the start, before all others have waited long', async () => {
    const waits = async (client: pg.PoolClient) =>
      (await client.query('show lock_timeout')).rows[0].lock_timeout;
    // What waits for a table holds up whoever comes after it.
    expect(await whileMigrating(pool, waits)).toBe(`${limits.lockMs / 1_000}s`);
  });

  test('lets the app come up that is older than it: what is newer is left alone', async () => {
    await pool.query(`insert into migration (name, hash) values ('9999_later.sql', 'x')`);
    expect(await migrate(pool)).toEqual([]);
    expect(await applied()).toEqual([...names, '9999_later.sql']);
  });
});
