import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { guardIsWeak, letIn, rights } from '../../../bot/store/frame/setUp/letIn.ts';
import { prepareDatabase } from '../../../bot/store/frame/setUp/prepare.ts';
import { asRole } from '../../support/app.ts';
import { revision } from '../../support/cases.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';
import { useHouse } from '../../support/useHouse.ts';

const denied = { code: '42501' };

async function weak(url: string): Promise<boolean> {
  const { db } = openDatabase(url, 1);
  return guardIsWeak(db).finally(() => db.destroy());
}

describe('whoever gets into the app', () => {
  const house = useHouse();
  let app: pg.Client;
  beforeAll(async () => {
    await revision(house);
    app = new pg.Client({ connectionString: house.env['DATABASE_URL'] });
    await app.connect();
    house.onClose(() => app.end());
  });

  test.each([
    'update event set data = data where false',
    'delete from event where false',
    'truncate event cascade',
    'update seal set hash = hash where false',
    'delete from seal where false',
    'truncate seal',
    'update checkpoint set hash = hash where false',
    'delete from checkpoint where false',
    'truncate checkpoint',
    'delete from verification where false',
    'delete from finding where false',
    'update head set root = root where false',
    'delete from head_leaf where false',
    'truncate head_key cascade',
    'alter table event disable trigger all',
    'drop trigger event_append_only on event',
    'alter table event drop column actor',
    'drop table seal',
    `create function public.now() returns timestamptz language sql as 'select timestamptz ''epoch'''`,
    'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$',
    `set session_replication_role = 'replica'`,
    `insert into migration (name, hash) values ('9999_mine.sql', '')`,
    'create role helper login superuser',
    `select erase_event(1, 'Fordi')`,
    `insert into erasure (event_id, type, ids) values (1, 'commentAdded', '{}')`,
    `select set_config('partnership.erasing', '1', false); update event set data = 'null' where id = 1`,
  ])('cannot change what the trail says, nor take a guard away: %s', async (text) => {
    await expect(app.query(text)).rejects.toMatchObject(denied);
  });

  test('cannot become the owner', async () => {
    const owner = new URL(house.databaseUrl).username;
    await expect(app.query(`set role ${pg.escapeIdentifier(owner)}`)).rejects.toMatchObject(denied);
  });
});

describe('the role of the app', () => {
  const role = `partnership_${process.pid}_${process.env['JEST_WORKER_ID']}`;
  let database: TestDatabase;
  let owner: pg.Pool;
  beforeAll(async () => {
    database = await createDatabase('empty');
    owner = new pg.Pool({ connectionString: database.url, max: 2 });
  });
  afterAll(async () => {
    await owner.query(`drop owned by ${role} cascade; drop role ${role}`).catch(() => undefined);
    await owner.end();
    await database.drop();
  });

  const asApp = async <T>(work: (pool: pg.Pool) => Promise<T>): Promise<T> => {
    const pool = new pg.Pool({ connectionString: asRole(database.url, role), max: 1 });
    return work(pool).finally(() => pool.end());
  };

  test('is made where there is none, with what it needs, by a database that it did not make', async () => {
    await prepareDatabase(asRole(database.url, role), database.url);
    await asApp(async (pool) => {
      expect(await weak(asRole(database.url, role))).toBe(false);
      await pool.query('create table pgboss.mine (id int)');
      await pool.query('select 1 from event, migration');
    });
  });

  test('does not move the clock that events are timed by, but in development', async () => {
    const move = 'update clock set offset_ms = offset_ms';
    await asApp((pool) => expect(pool.query(move)).rejects.toMatchObject(denied));
    await letIn(owner, asRole(database.url, role), true);
    await asApp((pool) => pool.query(move));
    await owner.query('update clock set offset_ms = 60000');
    await prepareDatabase(asRole(database.url, role), database.url);
    await asApp((pool) => expect(pool.query(move)).rejects.toMatchObject(denied));
    expect((await owner.query('select offset_ms from clock')).rows).toEqual([{ offset_ms: '0' }]);
  });

  test('is said of every table there is: a new one is named with what the app may do with it', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    expect([...rights.keys()].toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
  });

  test('gets no right to a table of a later program, and loses what it should not have', async () => {
    await owner.query('create table later (word text)');
    await owner.query(`grant update on seal to ${role}`);
    await letIn(owner, asRole(database.url, role));
    await asApp(async (pool) => {
      await expect(pool.query('select from later')).rejects.toMatchObject(denied);
      await expect(pool.query('update seal set hash = hash')).rejects.toMatchObject(denied);
    });
  });

  test('takes over a queue that the owner made before there were two', async () => {
    await owner.query('drop schema pgboss cascade');
    await prepareDatabase(database.url);
    await owner.query(`create type pgboss.kind as enum ('a'); create table pgboss.job (id serial, kind pgboss.kind) partition by list (kind);
      create table pgboss.job_a partition of pgboss.job for values in ('a');
      create function pgboss.later() returns int language sql as 'select 1'`);
    await letIn(owner, asRole(database.url, role));
    await asApp(async (pool) => {
      await pool.query(`insert into pgboss.job_a values (default, 'a')`);
      await pool.query(`alter table pgboss.job add column more text; alter type pgboss.kind add value 'b'`);
      await pool.query(`create or replace function pgboss.later() returns int language sql as 'select 2'`);
      await pool.query('drop schema pgboss cascade');
    });
  });

  test('that is the owner as well guards nothing: it is refused, and one address alone is told as weak', async () => {
    await expect(letIn(owner, database.url)).rejects.toThrow('name the same role');
    expect(await weak(database.url)).toBe(true);
  });
});
