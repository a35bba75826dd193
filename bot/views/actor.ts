import { isSomebody, type Actor } from '../process/roles.ts';
import type { Db } from '../store/database.ts';
import { knownAccount } from '../store/directory.ts';
import { feedOwner } from '../store/feeds.ts';
import { personById, type KnownPerson } from '../store/people.ts';
import { whoIs } from '../store/whoIs.ts';

/** Entra numbers people within a tenant: only both together say who it is. */
export interface Account {
  tenantId: string;
  objectId: string;
}

const sameId = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Somebody of the secretariat who has left a member is no longer of that member. */
const actorFrom = (person: KnownPerson): Actor => ({
  personId: person.id,
  displayName: person.displayName,
  organisationId: person.leftAt ? null : person.organisationId,
  secretariat: person.secretariat,
  chair: person.chair && !person.leftAt,
  locale: person.locale,
});

/**
 * Who a verified token or activity speaks for. Null when the register does not know them, or knows them as
 * nobody's any more: who has left the secretariat, or the host team, reads nothing.
 */
export async function actorByAccount(db: Db, account: Account, host: string): Promise<Actor | null> {
  const objectId = account.objectId.toLowerCase();
  const person = await whoIs(db, objectId);
  const borrowed = person && !sameId(account.tenantId, host) && (await isHosts(db, person, objectId));
  return borrowed ? null : actorOf(person);
}

/**
 * The register keeps an object id and not yet its tenant. Of the host's own people it is known whose the id is, and then
 * nobody of another tenant is them, whatever id that tenant gave.
 */
const isHosts = async (db: Db, person: KnownPerson, objectId: string): Promise<boolean> =>
  person.secretariat || knownAccount(db, objectId);

/** Whether a chat with this account may be kept under its object id: not when that is somebody else's. */
export async function mayBeKnownAs(db: Db, account: Account, host: string): Promise<boolean> {
  if (sameId(account.tenantId, host)) return true;
  const objectId = account.objectId.toLowerCase();
  const person = await whoIs(db, objectId);
  return person ? !(await isHosts(db, person, objectId)) : !(await knownAccount(db, objectId));
}

/** Whose calendar address this is, with what they may see now. */
export async function feedActor(db: Db, name: string): Promise<Actor | null> {
  const personId = await feedOwner(db, name);
  return personId ? actorOf(await personById(db, personId)) : null;
}

function actorOf(person: KnownPerson | null): Actor | null {
  return person && isSomebody(person) ? actorFrom(person) : null;
}
