import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Together } from '../../../bot/acts/frame/together.ts';
import { openDatabase } from '../../../bot/store/frame/database.ts';
import { together } from '../../../bot/store/frame/loader.ts';
import { createDatabase, type TestDatabase } from '../../support/postgres.ts';

let database: TestDatabase;
let store: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  database = await createDatabase('empty');
  store = openDatabase(database.url, 1);
});
afterAll(async () => {
  await store.db.destroy();
  await database.drop();
});

const never = new Promise<never>(() => undefined);
/** The first round is stuck for good; the keys of each are noted. */
function rounds(): { seen: number[][]; work(keys: readonly number[]): Promise<number[]> } {
  const seen: number[][] = [];
  return { seen, work: (keys) => (seen.push([...keys]) === 1 ? never : Promise.resolve([...keys])) };
}
const many = Array.from({ length: 100 }, (_, index) => index + 1);

test('what is looked up together does not wait for a look that is stuck', async () => {
  const { seen, work } = rounds();
  const look = together((_db, keys: readonly number[]) => work(keys));
  void look(store.db, 0);
  await new Promise(setImmediate);
  expect(await Promise.all(many.map((key) => look(store.db, key)))).toEqual(many);
  expect(seen.length).toBeGreaterThan(1);
});

test('nor do acts that share a transaction wait for one that is stuck', async () => {
  const { seen, work } = rounds();
  const queue = new Together(work, (a, b) => a - b);
  void queue.add(0);
  await new Promise(setImmediate);
  expect(await Promise.all(many.map((key) => queue.add(key)))).toEqual(many);
  expect(seen[0]).toEqual([0]);
});

test('while a turn is not stuck, what arrives gathers for the next one', async () => {
  const seen: number[] = [];
  let go = (): void => undefined;
  const first = new Promise<void>((done) => (go = done));
  const queue = new Together<number, number>(
    async (keys) => {
      if (seen.push(keys.length) === 1) await first;
      return keys;
    },
    (a, b) => a - b,
  );
  const zero = queue.add(0);
  await new Promise(setImmediate);
  const rest = many.slice(0, 20).map((key) => queue.add(key));
  await new Promise(setImmediate);
  go();
  await Promise.all([zero, ...rest]);
  expect(seen).toEqual([1, 20]);
});
