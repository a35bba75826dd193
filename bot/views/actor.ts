import type { Actor } from '../process/roles.ts';
import type { Reader } from '../store/database.ts';
import { personById, personByObjectId, type KnownPerson } from '../store/people.ts';

const actorFrom = (person: KnownPerson): Actor => ({
  personId: person.id,
  displayName: person.displayName,
  organisationId: person.organisationId,
  secretariat: person.secretariat,
  chair: person.chair,
  locale: person.locale,
});

/** Who a verified token or activity speaks for; null when the register does not know them. */
export async function actorByObjectId(db: Reader, objectId: string): Promise<Actor | null> {
  const person = await personByObjectId(db, objectId);
  return person && actorFrom(person);
}

export async function actorByPersonId(db: Reader, personId: string): Promise<Actor | null> {
  const person = await personById(db, personId);
  return person && actorFrom(person);
}
