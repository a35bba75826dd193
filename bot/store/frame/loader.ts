import DataLoader from 'dataloader';
import { rowsOf, type Reader } from './database.ts';
import { perDatabase } from './perDatabase.ts';
import { Turns } from './turns.ts';

/**
 * What is asked one by one in the same moment, on one connection or transaction, becomes one statement: reads
 * and writes alike. A moment lasts while the one before is being answered, so that under load few statements
 * answer many, and alone nobody waits. Nothing is kept: the next moment asks the database again.
 */
export function together<K, V, D extends Reader = Reader>(
  read: (db: D, keys: readonly K[]) => Promise<(V | null)[]>,
): (db: D, key: K) => Promise<V | null> {
  const loader = perDatabase((db: D) => (db.isTransaction ? inTransaction(db, read) : inTurn(db, read)));
  return (db, key) => loader(db).load(key);
}

type Read<K, V, D> = (db: D, keys: readonly K[]) => Promise<(V | null)[]>;

const inTransaction = <K, V, D>(db: D, read: Read<K, V, D>) =>
  new DataLoader<K, V | null>((keys) => read(db, keys), { cache: false });

/** One statement under way at a time; a batch takes in what is asked until it may go. */
function inTurn<K, V, D>(db: D, read: Read<K, V, D>): DataLoader<K, V | null> {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    while (turns.open && waiting.length > 0) waiting.shift()!();
  };
  const turns = new Turns(() => setImmediate(next));
  return new DataLoader<K, V | null>((keys) => turns.take(() => read(db, keys)), {
    cache: false,
    maxBatchSize: 64,
    batchScheduleFn: (go) => {
      waiting.push(go);
      setImmediate(next);
    },
  });
}

/** One statement for all ids of a moment, each with what `pick` takes for it from the rows. */
const byId = <R extends object, V>(text: string, pick: (rows: R[]) => (id: string) => V) =>
  together(async (db: Reader, ids: readonly string[]) => {
    const all = ids.map((id) => id.toLowerCase());
    return all.map(pick(await rowsOf<R>(db, text, [[...new Set(all)]])));
  });

/**
 * At most one row for each id, known by the column `key`; the statement takes the ids as `$1`. Whoever only asks whether
 * something may be done may name nothing, which is not there.
 */
export function oneFor<R extends object>(
  text: string,
  key: keyof R,
): (db: Reader, id: string) => Promise<R | null> {
  const load = byId(text, (rows: R[]) => {
    const found = new Map<unknown, R>(rows.map((row) => [row[key], row]));
    return (id) => found.get(id) ?? null;
  });
  return (db, id) => (id ? load(db, id) : Promise.resolve(null));
}

/** All rows for each id, in the order of the statement, known by the column `key`. */
export function allFor<R extends object>(
  text: string,
  key: keyof R,
): (db: Reader, id: string) => Promise<R[]> {
  const load = byId(text, (rows: R[]) => {
    const found = Map.groupBy<unknown, R>(rows, (row) => row[key]);
    return (id) => found.get(id) ?? [];
  });
  return async (db, id) => (id ? ((await load(db, id)) ?? []) : []);
}

/** Rows back in the order they were asked for; `place` is `unnest … with ordinality`'s count, from 1. */
export function inPlaces<R extends { place: string }>(keys: readonly unknown[], rows: R[]): (R | null)[] {
  const found = new Map(rows.map((row) => [Number(row.place) - 1, row]));
  return keys.map((_, index) => found.get(index) ?? null);
}
