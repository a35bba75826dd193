import type { Choice, Rule } from './vote.ts';

/** What the platform says of one person in a meeting. `unknown`: it could not say, which is not a no. */
export type Presence = 'in' | 'out' | 'unknown';

/** Whether the count depends on who is there without having voted. */
export const countsPresence = (rule: Rule): boolean => rule.base === 'present' || rule.quorum > 0;

export interface SeatAtClosing {
  choice: Choice | null;
  /** What the secretariat marked; null when nothing was. */
  marked: boolean | null;
  objectIds: string[];
}

/** A ballot or a mark says it; only for the rest the platform needs to be asked. */
export const mustBeAsked = ({ choice, marked }: SeatAtClosing): boolean => choice === null && marked === null;

/** Whether a seat is taken when the vote is closed: marked, or one of its holders in the meeting. */
export function presenceOf(seat: SeatAtClosing, said: Record<string, Presence>): boolean | 'unknown' {
  if (seat.marked !== null) return seat.marked;
  const answers = seat.objectIds.map((objectId) => said[objectId] ?? 'out');
  if (answers.includes('in')) return true;
  return answers.includes('unknown') && mustBeAsked(seat) ? 'unknown' : false;
}
