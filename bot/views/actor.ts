import { isSomebody, type Actor } from '../process/roles.ts';
import type { Db } from '../store/database.ts';
import { feedOwner } from '../store/feeds.ts';
import { personById, type KnownPerson } from '../store/people.ts';
import { whoIs } from '../store/whoIs.ts';

const actorFrom = (person: KnownPerson): Actor => ({
  personId: person.id,
  displayName: person.displayName,
  organisationId: person.organisationId,
  secretariat: person.secretariat,
  chair: person.chair,
  locale: person.locale,
});

/**
 * Who a verified token or activity speaks for. Null when the register does not know them, or knows them as
 * nobody's any more: who has left the secretariat, or the host team, reads nothing.
 */
export async function actorByObjectId(db: Db, objectId: string): Promise<Actor | null> {
  return actorOf(await whoIs(db, objectId));
}

/** Whose calendar address this is, with what they may see now. */
export async function feedActor(db: Db, name: string): Promise<Actor | null> {
  const personId = await feedOwner(db, name);
  return personId ? actorOf(await personById(db, personId)) : null;
}

function actorOf(person: KnownPerson | null): Actor | null {
  return person && isSomebody(person) ? actorFrom(person) : null;
}
