import { isSomebody, type Actor } from '../../process/frame/roles.ts';
import type { Db } from '../../store/frame/database.ts';
import { feedOwner } from '../../store/scheduling/feeds.ts';
import { personById, type KnownPerson } from '../../store/people/people.ts';
import { isBorrowed, type Account } from '../../store/frame/tenants.ts';
import { whoIs } from '../../store/people/whoIs.ts';

export type { Account } from '../../store/frame/tenants.ts';

/** Somebody of the secretariat who has left a member is no longer of that member. */
const actorFrom = (person: KnownPerson): Actor => ({
  personId: person.id,
  displayName: person.displayName,
  organisationId: person.leftAt ? null : person.organisationId,
  secretariat: person.secretariat,
  chair: person.chair,
  locale: person.locale,
});

/**
 * Who a verified token or activity speaks for. Null when the register does not know them, or knows them as
 * nobody's any more: who has left the secretariat, or the host team, reads nothing.
 */
export const actorByAccount = async (db: Db, account: Account): Promise<Actor | null> =>
  actorOf(await whoIs(db, account));

/** Whether a chat with this account may be kept under its object id: not when that is somebody else's too. */
export const mayBeKnownAs = async (db: Db, account: Account): Promise<boolean> =>
  !(await isBorrowed(db, account));

/** Whose calendar address this is, with what they may see now. */
export async function feedActor(db: Db, name: string): Promise<Actor | null> {
  const personId = await feedOwner(db, name);
  return personId ? actorOf(await personById(db, personId)) : null;
}

function actorOf(person: KnownPerson | null): Actor | null {
  return person && isSomebody(person) ? actorFrom(person) : null;
}
