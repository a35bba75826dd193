import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  openDatabase,
  rowsOf,
  transact,
  writeAlong,
  type Reader,
} from '../../../bot/store/frame/database.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
let store: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  database = await createDatabase('empty');
  // One connection, so that it is always the same one that has prepared.
  store = openDatabase(database.url, 1);
});
afterAll(async () => {
  await store.db.destroy();
  await database.drop();
});
beforeEach(async () => {
  await store.pool.query('drop table if exists thing, other');
  await store.pool.query('create table thing (id int primary key, name text)');
  await store.pool.query('create table other (id int primary key, name text)');
  await store.pool.query(`insert into thing values (1, 'a')`);
});

const name = async (db: Reader): Promise<string | undefined> =>
  (await rowsOf<{ name: string }>(db, 'select name from thing where id = $1', [1]))[0]?.name;
const put = (db: Reader, id: number): Promise<{ name: string }[]> =>
  rowsOf<{ name: string }>(db, 'insert into other (id) values ($1) returning name', [id]);
const others = async (): Promise<number> =>
  (await rowsOf<{ n: number }>(store.db, 'select count(*)::int as n from other where $1', [true]))[0]!.n;

/** The two ways in which what was prepared is no more: its rows changed, or the server forgot it. */
const ways: [string, string[]][] = [
  [
    'got another type',
    ['thing', 'other'].map((table) => `alter table ${table} alter column name type varchar(9)`),
  ],
  ['was forgotten by the server', ['deallocate all']],
];

test('a transaction that gave way to another which waited for it too is done once more, and nobody notices', async () => {
  const two = openDatabase(database.url, 2);
  await two.pool.query(`insert into other values (1, 'b')`);
  const rename = (trx: Reader, table: string, to: string) =>
    rowsOf(trx, `update ${table} set name = $1 where id = 1 returning id`, [to]);
  const begun = { times: 0 };
  const work = (first: string, second: string, to: string) =>
    transact(two.db, async (trx) => {
      await rename(trx, first, to);
      begun.times += 1;
      while (begun.times < 2) await new Promise((done) => setTimeout(done, 10));
      await rename(trx, second, to);
    });
  await Promise.all([work('thing', 'other', 'x'), work('other', 'thing', 'y')]);
  // At least one gave way; where both begin anew at once, one may again.
  expect(begun.times).toBeGreaterThanOrEqual(3);
  const [names] = await rowsOf<{ thing: string; other: string }>(
    two.db,
    'select (select name from thing) as thing, (select name from other where $1) as other',
    [true],
  );
  expect(names!.thing).toBe(names!.other);
  await two.db.destroy();
});

test.each(ways)('a statement whose plan %s is asked again, and nobody notices', async (_, changes) => {
  expect(await name(store.db)).toBe('a');
  for (const change of changes) await store.pool.query(change);
  expect(await name(store.db)).toBe('a');
});

test.each(ways)('a transaction in which a plan %s is done once more from its start', async (_, changes) => {
  let times = 0;
  const work = () =>
    transact(store.db, async (trx) => {
      times += 1;
      await put(trx, times);
      return name(trx);
    });
  await work();
  times = 0;
  await store.pool.query('truncate other');
  for (const change of changes) await store.pool.query(change);
  expect(await work()).toBe('a');
  expect({ times, others: await others() }).toEqual({ times: 2, others: 1 });
});

test('also when what was refused was only handed over with the commit', async () => {
  let times = 0;
  const work = () =>
    transact(store.db, async (trx) => {
      times += 1;
      await writeAlong(trx, 'insert into other (id) values ($1) returning name', [times]);
    });
  await work();
  times = 0;
  await store.pool.query('truncate other');
  await store.pool.query('alter table other alter column name type varchar(9)');
  await work();
  expect({ times, others: await others() }).toEqual({ times: 2, others: 1 });
});

test('what is refused for good is tried once more, and then refused', async () => {
  let times = 0;
  const work = transact(store.db, async () => {
    times += 1;
    throw Object.assign(new Error('not supported'), { code: '0A000' });
  });
  await expect(work).rejects.toThrow('not supported');
  expect(times).toBe(2);
});
