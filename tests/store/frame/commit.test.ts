import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  isDuplicate,
  openDatabase,
  rowsOf,
  transact,
  writeAlong,
  type Trx,
} from '../../../bot/store/frame/database.ts';
import { together } from '../../../bot/store/frame/loader.ts';
import { atOneMoment } from '../../../bot/store/case/verifying.ts';
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
const inOne = (work: (trx: Trx) => Promise<unknown>): Promise<unknown> => transact(store.db, work);
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

test('what was asked behind a question that failed is told of its failure, whoever hears first', async () => {
  const told: unknown[] = [];
  await failureOf(
    inOne(async (trx) => {
      const insertAndSay = async () => rowsOf(trx, `${insert} returning id`, [5]);
      // Two that hear at once: the one that was not at fault may be the one that everybody hears.
      const asked = [insertAndSay(), insertAndSay(), rowsOf(trx, 'select id from thing where id = $1', [5])];
      told.push(...(await Promise.all(asked.map(failureOf))));
      await Promise.all(asked);
    }),
  );
  expect(told.map(isDuplicate)).toEqual([false, true, true]);
  expect(await things()).toEqual([]);
});

test('statements of one transaction are done in the order in which they are asked for', async () => {
  const seen = await inOne((trx) =>
    Promise.all([
      rowsOf(trx, `${insert} returning id`, [1]),
      rowsOf(trx, 'select count(*)::int as so_many from thing where id < $1', [9]),
      put(trx, 2),
      rowsOf(trx, 'select count(*)::int as so_many from thing where id < $1', [9]),
    ]),
  );
  expect(seen).toEqual([[{ id: 1 }], [{ soMany: 1 }], undefined, [{ soMany: 2 }]]);
});

test('who asks of a transaction that is over is told so, and asks nobody else’s', async () => {
  let over: Trx;
  await inOne(async (trx) => void (over = trx));
  await expect(rowsOf(over!, 'select id from thing where id = $1', [1])).rejects.toThrow(/committed/);
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

describe('a write that was still to come when its transaction was refused', () => {
  /** It goes out a moment later than it is asked for, with what others ask in that moment. */
  const later = together(async (trx: Trx, ids: readonly number[]) => {
    await rowsOf(trx, 'insert into thing (id) select unnest($1::int[])', [ids]);
    return ids.map(() => null);
  });
  const refusals: [string, (trx: Trx) => Promise<unknown>][] = [
    ['by the database', (trx) => rowsOf(trx, 'select 1 / $1::int as none', [0])],
    [
      'by the app',
      async (trx) => {
        await rowsOf(trx, 'select $1::int as one', [1]);
        throw new Error('refused');
      },
    ],
  ];

  test.each(refusals)('%s is not kept', async (_, refuse) => {
    for (let round = 0; round < 20; round += 1) {
      const write = async (trx: Trx): Promise<void> => {
        await rowsOf(trx, 'select $1::int as one', [1]);
        await later(trx, round);
      };
      let written: Promise<unknown> = Promise.resolve();
      const failure = await failureOf(
        inOne((trx) => {
          written = failureOf(write(trx));
          return refuse(trx);
        }),
      );
      expect(failure).toBeInstanceOf(Error);
      await written;
    }
    expect(await things()).toEqual([]);
  });
});

test('what one transaction failed with is told of no later one, however that begins', async () => {
  for (let round = 0; round < 4; round += 1)
    expect(isDuplicate(await failureOf(inOne(async (trx) => [await put(trx, 1), await put(trx, 1)])))).toBe(
      true,
    );
  for (let round = 0; round < 4; round += 1) {
    const failure = await failureOf(
      atOneMoment(store.db, async (trx) => {
        await failureOf(rowsOf(trx, 'select 1 / $1::int as none', [0]));
        return rowsOf(trx, 'select $1::int as one', [1]);
      }),
    );
    expect(failure).toMatchObject({ message: 'division by zero' });
  }
});
