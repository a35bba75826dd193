import type { Db, Reader } from './database.ts';

/**
 * What a process keeps of a database: made when it is first wanted, and gone with the connection to it. Of each its own,
 * since a process may serve several.
 */
export function perDatabase<T extends object, D extends Reader = Db>(make: (db: D) => T): (db: D) => T {
  const kept = new WeakMap<D, T>();
  return (db) => {
    const mine = kept.get(db) ?? make(db);
    kept.set(db, mine);
    return mine;
  };
}
