import { refuse, type Refusal } from '../frame/refusals.ts';

/** Where Entra tells us who is who: the host team, the secretariat's group, the steering group's group. */
export const directorySources = ['team', 'secretariat', 'steering'] as const;
export type DirectorySource = (typeof directorySources)[number];

/** What taking in a reading would change; object ids. */
export interface SyncPlan {
  joined: string[];
  left: string[];
}

export function planSync(known: string[], read: string[]): SyncPlan {
  const [before, now] = [new Set(known), new Set(read)];
  return { joined: [...now].filter((id) => !before.has(id)), left: [...before].filter((id) => !now.has(id)) };
}

/** A few may always leave; more than a third at once is rather a mistake in Entra than a partnership falling apart. */
const fewMayLeave = 5;

/** All who were there, however few: an answer that came out empty takes nobody's rights. */
export const everybodyLeaves = (plan: SyncPlan, known: string[]): boolean =>
  plan.left.length > 0 && plan.left.length === known.length;

/**
 * Too many would lose their rights at once: the secretariat is asked first. `another`: it is another group now, by the
 * operator's word, and few may leave for those who are in that one.
 */
export const tooManyLeave = (plan: SyncPlan, known: string[], another = false): boolean =>
  plan.left.length > Math.max(fewMayLeave, known.length / 3) || (!another && everybodyLeaves(plan, known));

/** Somebody as Graph tells of them. */
export interface Told {
  objectId: string;
  displayName: string;
  email: string | null;
  guest: boolean;
}

const longest = 400;
const accountForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const isAccount = (id: string): boolean => accountForm.test(id);

/** Words as the database takes them: cut between two letters, and without the letter that it knows not. */
const kept = (text: string): string => text.replaceAll('\0', '').slice(0, longest).toWellFormed();
/** An address that is cut would be another's. */
const keptAddress = (email: string | null): string | null =>
  email !== null && email.length <= longest ? kept(email) : null;

/**
 * Who of a reading can be taken in, each once; and of whom nothing says which account they have. One odd line concerns
 * itself alone.
 */
export function readable(told: Told[]): { people: Told[]; unread: Told[] } {
  const all = told.map((one) => ({
    ...one,
    displayName: kept(one.displayName),
    email: keptAddress(one.email),
  }));
  const people = new Map(
    all.flatMap((one) => (isAccount(one.objectId) ? [[one.objectId.toLowerCase(), one] as const] : [])),
  );
  return { people: [...people.values()], unread: all.filter(({ objectId }) => !isAccount(objectId)) };
}

const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/**
 * The organisation that somebody new may belong to: the only one whose registered people have addresses of the same
 * domain. A proposal for the secretariat, never a binding (process: who).
 */
export function proposedOrganisation(
  email: string | null,
  registered: { email: string; organisationId: string }[],
): string | null {
  if (!email?.includes('@')) return null;
  const domain = domainOf(email);
  const found = new Set(
    registered.filter((one) => domainOf(one.email) === domain).map((one) => one.organisationId),
  );
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * The same address in the register, without an account: probably the same person, and the secretariat says so. An address
 * that several share says nothing of any of them.
 */
export const sameAddress = <P extends { email: string; objectId: string | null }>(
  email: string | null,
  people: P[],
): P | null => {
  const same = people.filter((one) => email && one.email.toLowerCase() === email.toLowerCase());
  const [only, ...others] = same;
  return only && others.length === 0 && !only.objectId ? only : null;
};

/** An account stands for one person, and a person has one account. */
export function mayLink(
  person: { objectId: string | null; organisationId: string | null } | null,
  account: { known: boolean; takenBy: string | null },
): Refusal | null {
  if (!person?.organisationId || !account.known) return refuse('notFound');
  if (account.takenBy) return refuse('alreadyExists', { what: account.takenBy });
  return person.objectId ? refuse('accountLinked') : null;
}
