import DataLoader from 'dataloader';
import type { Reader } from './database.ts';

/**
 * What is asked one by one in the same moment, on one connection or transaction, becomes one statement: reads
 * and writes alike. Nothing is kept: the next moment asks the database again.
 */
export function together<K, V, D extends Reader = Reader>(
  read: (db: D, keys: readonly K[]) => Promise<(V | null)[]>,
): (db: D, key: K) => Promise<V | null> {
  const loaders = new WeakMap<D, DataLoader<K, V | null>>();
  return (db, key) => {
    const loader = loaders.get(db) ?? new DataLoader<K, V | null>((keys) => read(db, keys), { cache: false });
    loaders.set(db, loader);
    return loader.load(key);
  };
}

/** Rows back in the order they were asked for; `place` is `unnest … with ordinality`'s count, from 1. */
export function inPlaces<R extends { place: string }>(keys: readonly unknown[], rows: R[]): (R | null)[] {
  const found = new Map(rows.map((row) => [Number(row.place) - 1, row]));
  return keys.map((_, index) => found.get(index) ?? null);
}
