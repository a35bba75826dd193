import { LRUCache } from 'lru-cache';
import { listOf } from '../frame/columns.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { together } from '../frame/loader.ts';
import type { KnownPerson } from './people.ts';
import { perDatabase } from '../frame/perDatabase.ts';
import { chairs } from './there.ts';
import { accountKey, alike, type Account } from '../frame/tenants.ts';

const selectKnown = `
  select ${listOf('person', 'p')}, o.name as organisation_name, ${chairs('p')} as chair
  from person p
  left join organisation o on o.id = p.organisation_id
  where p.object_id = any($1::text[])`;

/** Those of one moment are looked up at once. */
const look = together(async (db: Reader, accounts: readonly Account[]): Promise<(KnownPerson | null)[]> => {
  const ids = [...new Set(accounts.map(({ objectId }) => objectId))];
  const rows = await rowsOf<KnownPerson>(db, selectKnown, [ids]);
  const found = new Map(
    rows.flatMap((row) => {
      const { tenantId, objectId } = row;
      return tenantId && objectId ? [[accountKey({ tenantId, objectId }), row] as const] : [];
    }),
  );
  return accounts.map((one) => found.get(accountKey(one)) ?? null);
});

/** Told at once when the register changes; this is for a word that was lost on the way. */
const longestMs = 5_000;

class Known {
  people = new LRUCache<string, KnownPerson>({ max: 5_000, ttl: longestMs, ttlResolution: 100 });
  /** Counts the changes, so that what was read before one is not remembered after it. */
  changes = 0;
}
const knownTo = perDatabase<Known, Reader>(() => new Known());

/** Who is asking, for every request there is. */
export async function whoIs(db: Reader, account: Account): Promise<KnownPerson | null> {
  const mine = knownTo(db);
  const asked = alike(account);
  const key = accountKey(asked);
  const remembered = mine.people.get(key);
  if (remembered) return remembered;
  const { changes } = mine;
  const person = await look(db, asked);
  if (person && mine.changes === changes) mine.people.set(key, person);
  return person;
}

/** The register has changed, or may have: everybody is looked up anew. */
export function forgetWhoIs(db: Reader): void {
  const mine = knownTo(db);
  mine.changes += 1;
  mine.people.clear();
}
