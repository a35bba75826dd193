import { LRUCache } from 'lru-cache';
import { listOf } from './columns.ts';
import { rowsOf, type Reader } from './database.ts';
import { together } from './loader.ts';
import type { KnownPerson } from './people.ts';

const selectKnown = `
  select ${listOf('person', 'p')}, o.name as organisation_name, coalesce(a.chair, false) as chair
  from person p
  left join organisation o on o.id = p.organisation_id
  left join appointment a on a.person_id = p.id and a.role = 'representative' and a.until_at is null
  where p.object_id = any($1::text[])`;

/** Those of one moment are looked up at once. */
const look = together(async (db: Reader, objectIds: readonly string[]): Promise<(KnownPerson | null)[]> => {
  const rows = await rowsOf<KnownPerson>(db, selectKnown, [[...new Set(objectIds)]]);
  const found = new Map(rows.map((row) => [row.objectId, row]));
  return objectIds.map((one) => found.get(one) ?? null);
});

/** Told at once when the register changes; this is for a word that was lost on the way. */
const longestMs = 5_000;

class Known {
  people = new LRUCache<string, KnownPerson>({ max: 5_000, ttl: longestMs });
  /** Counts the changes, so that what was read before one is not remembered after it. */
  changes = 0;
}
const known = new WeakMap<Reader, Known>();

function knownTo(db: Reader): Known {
  const mine = known.get(db) ?? new Known();
  known.set(db, mine);
  return mine;
}

/** Who is asking, for every request there is. */
export async function whoIs(db: Reader, objectId: string): Promise<KnownPerson | null> {
  const mine = knownTo(db);
  const remembered = mine.people.get(objectId);
  if (remembered) return remembered;
  const { changes } = mine;
  const person = await look(db, objectId);
  if (person && mine.changes === changes) mine.people.set(objectId, person);
  return person;
}

/** The register has changed, or may have: everybody is looked up anew. */
export function forgetWhoIs(db: Reader): void {
  const mine = knownTo(db);
  mine.changes += 1;
  mine.people.clear();
}
