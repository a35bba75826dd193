import { refuse, type Refusal } from '../frame/refusals.ts';

interface Placed {
  displayName: string;
  organisationId: string | null;
  secretariat: boolean;
  leftAt: Date | null;
}

/** Whether there is a place with a member to end. Who is the secretariat is said in Entra and where the app is set up. */
export function mayEndPlace({ displayName: name, organisationId, secretariat }: Placed): Refusal | null {
  if (organisationId) return null;
  return refuse(secretariat ? 'placeOfSecretariat' : 'withoutPlace', { name });
}

/** Whether somebody acts for this member's seat: still with that member, and still in the partnership. */
export const mayActFor = (
  organisationId: string,
  person: { organisationId: string | null; left: boolean },
): boolean => person.organisationId === organisationId && !person.left;

/** Nobody is given anything to do in a partnership that they have left. */
export const mayBeGiven = ({ displayName: name, leftAt }: Placed): Refusal | null =>
  leftAt ? refuse('personLeft', { name }) : null;

/** The secretariat runs every case and votes on nothing (process: who): nobody is of it and holds a member's seat. */
export const mayHoldSeat = (person: Placed): Refusal | null =>
  mayBeGiven(person) ??
  (person.secretariat ? refuse('secretariatHoldsNoSeat', { name: person.displayName }) : null);
