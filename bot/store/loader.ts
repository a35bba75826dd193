import DataLoader from 'dataloader';
import type { Db } from './database.ts';

/**
 * Rows asked for one by one in the same moment are read in one query. Nothing is kept: the next moment asks
 * the database again.
 */
export function together<K, V>(
  read: (db: Db, keys: readonly K[]) => Promise<(V | null)[]>,
): (db: Db, key: K) => Promise<V | null> {
  const loaders = new WeakMap<Db, DataLoader<K, V | null>>();
  return (db, key) => {
    const loader = loaders.get(db) ?? new DataLoader<K, V | null>((keys) => read(db, keys), { cache: false });
    loaders.set(db, loader);
    return loader.load(key);
  };
}
