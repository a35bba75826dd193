import { mayActFor } from '../people/place.ts';
import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';

/** Somebody who is named for a seat, as the register has them now. */
export interface Named {
  personId: string;
  /** In Entra. */
  objectId: string | null;
  organisationId: string | null;
  /** Gone from the partnership. */
  left: boolean;
}

/** A member's seat in a vote: the deputy is the one at the opening, the representative the one now. */
export interface Seat {
  organisationId: string;
  representative: Named | null;
  deputy: Named | null;
}

/** Who may act for the seat now. Whoever has left, or gone to another member, holds it no more, whatever was frozen. */
export function holdersOf({ organisationId, representative, deputy }: Seat): Omit<Seat, 'organisationId'> {
  const still = (one: Named | null): Named | null => (one && mayActFor(organisationId, one) ? one : null);
  return { representative: still(representative), deputy: still(deputy) };
}

/** The same as a list: the representative first, and of a deputy only where the rule allows one. */
export function actingFor(seat: Seat, deputies = true): Named[] {
  const { representative, deputy } = holdersOf(seat);
  return [representative, deputies ? deputy : null].filter((one) => one !== null);
}

/** Whom a deputy gives way to while they are in the meeting: the representative, unless recused, who casts nothing. */
export function inTheWay(seat: Seat, recused: readonly string[]): Named | null {
  const { representative } = holdersOf(seat);
  return representative && recused.includes(representative.personId) ? null : representative;
}

/** An organisation in a vote, as the trail is read: its seat, and its ballot. */
export const seatId = (voteId: string, organisationId: string): string => `${voteId} ${organisationId}`;

/** Which seat a person holds for this organisation. */
export function seatOf(seat: Seat, personId: string): 'representative' | 'deputy' | null {
  const { representative, deputy } = holdersOf(seat);
  if (representative?.personId === personId) return 'representative';
  return deputy?.personId === personId ? 'deputy' : null;
}

/** Why somebody without a seat may not cast; whoever was the representative until now is told whose the seat is. */
export const noSeat = (organisation: string, replacedBy: string | null): Refusal =>
  replacedBy === null
    ? refuse('notEntitled', { organisation })
    : refuseCloser('notEntitled', 'replaced', { organisation, name: replacedBy });
