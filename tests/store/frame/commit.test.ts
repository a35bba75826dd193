import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  isDuplicate,
  openDatabase,
  rowsOf,
  writeAlong,
  type Trx,
} from '../../../bot/store/frame/database.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
let store: ReturnType<typeof openDatabase>;

beforeAll(async () => {
  database = await createDatabase('empty');
  store = openDatabase(database.url, 2);
  await store.pool.query('create table thing (id int primary key)');
});
afterAll(async () => {
  await store.db.destroy();
  await database.drop();
});
beforeEach(async () => void (await store.pool.query('truncate thing')));

const insert = 'insert into thing (id) values ($1::int)';
const put = (trx: Trx, id: number): Promise<void> => writeAlong(trx, insert, [id]);
const things = async (): Promise<number[]> =>
  (await rowsOf<{ id: number }>(store.db, 'select id from thing where $1 order by id', [true])).map(
    ({ id }) => id,
  );
const inOne = (work: (trx: Trx) => Promise<unknown>): Promise<unknown> =>
  store.db.transaction().execute(work);
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

test('what is handed over with the commit is there when the commit is', async () => {
  await inOne((trx) => Promise.all([put(trx, 1), put(trx, 2)]));
  expect(await things()).toEqual([1, 2]);
});

test('a write that fails unseen undoes everything, and the commit says which rule it broke', async () => {
  const failure = await failureOf(inOne((trx) => Promise.all([put(trx, 1), put(trx, 2), put(trx, 1)])));
  expect(isDuplicate(failure)).toBe(true);
  expect(failure).toMatchObject({ constraint: 'thing_pkey' });
  expect(await things()).toEqual([]);
});

test('a question after an unseen failure is answered with that failure, not with its consequence', async () => {
  const failure = await failureOf(
    inOne(async (trx) => {
      await put(trx, 1);
      await put(trx, 1);
      await rowsOf(trx, 'select id from thing where id = $1', [1]);
    }),
  );
  expect(isDuplicate(failure)).toBe(true);
  expect(await things()).toEqual([]);
});

test('one transaction’s failure is not the next one’s on the same connection', async () => {
  for (let round = 0; round < 4; round += 1) await failureOf(inOne((trx) => put(trx, Number.NaN)));
  await inOne((trx) => put(trx, 7));
  expect(await things()).toEqual([7]);
});

test('a second one of the same waits for the first, and loses', async () => {
  const both = await Promise.allSettled([inOne((trx) => put(trx, 3)), inOne((trx) => put(trx, 3))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await things()).toEqual([3]);
});

test('an error in between undoes what was handed over before it', async () => {
  const failure = await failureOf(
    inOne(async (trx) => {
      await put(trx, 1);
      throw new Error('the rule said no');
    }),
  );
  expect(failure).toMatchObject({ message: 'the rule said no' });
  expect(await things()).toEqual([]);
});
