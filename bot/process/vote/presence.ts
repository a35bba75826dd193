import type { Choice, Rule } from './vote.ts';
import type { Presence } from '../frame/presence.ts';

/** Whether the count depends on who is there without having voted. */
export const countsPresence = (rule: Rule): boolean => rule.base === 'present' || rule.quorum > 0;

export interface SeatAtClosing {
  choice: Choice | null;
  /** What the secretariat marked; null when nothing was. */
  marked: boolean | null;
  /** Of those who may act for it. */
  objectIds: string[];
}

/** Whether the secretariat has said that a voter is there, so that Teams need not be asked: by a mark, or by a ballot for them. */
export const saidPresent = (seat: { marked: boolean | null; recorded: boolean }): boolean =>
  seat.marked === true || seat.recorded;

/**
 * When the meeting is over nobody is in it any more: in the quarter of an hour that ballots count, the mark says who was,
 * and so does a ballot that stands, since none is cast from elsewhere.
 */
export const wasThere = (seat: {
  marked: boolean | null;
  recorded: boolean;
  choice: Choice | null;
}): boolean => saidPresent(seat) || seat.choice !== null;

/** A ballot or a mark says it; only for the rest the platform needs to be asked. */
export const mustBeAsked = ({ choice, marked }: SeatAtClosing): boolean => choice === null && marked === null;

/** What Teams said of each when a vote is closed; null where the meeting has no chat in Teams, so that the marks alone say it. */
export type Said = Record<string, Presence> | null;

/** Whether anybody at all is in the call. Of an empty one Teams says of each that they are out, wherever they all are. */
const callHeld = (said: Record<string, Presence>): boolean => Object.values(said).includes('in');

/**
 * Whether a seat without a ballot is taken when the vote is closed: marked, or one of its holders in the meeting. Of whom
 * nobody was asked, or the call is over or empty, it is not known: that is never a no.
 */
export function presenceOf(seat: SeatAtClosing, said: Said): boolean | 'unknown' {
  if (seat.marked !== null) return seat.marked;
  if (!said) return false;
  const answers = seat.objectIds.map((objectId) => said[objectId] ?? 'unknown');
  if (answers.includes('in')) return true;
  const known = callHeld(said) && !answers.includes('unknown');
  return !known && mustBeAsked(seat) ? 'unknown' : false;
}

/**
 * Whether the count takes the seat as present, and so the list of who was there: whoever voted was, whatever is marked;
 * a recused organisation takes no part (`count`); of the rest it is asked.
 */
export const presentAtClosing = (seat: SeatAtClosing, said: Said): boolean =>
  seat.choice === null ? presenceOf(seat, said) === true : seat.choice !== 'recused';

export interface SeatShown {
  closed: boolean;
  choice: Choice | null;
  marked: boolean | null;
  /** As it was frozen at closing. */
  frozen: boolean | null;
}

/**
 * As it is told: while the vote is open whoever has voted, or is marked; then as it was counted. (What was frozen once said
 * of those who voted from inside the meeting that they were not there.) That the recused are not counted would tell, while
 * the vote is open, what they have cast.
 */
export const presentShown = ({ closed, choice, marked, frozen }: SeatShown): boolean => {
  if (choice === null) return (closed ? frozen : marked) === true;
  return !closed || choice !== 'recused';
};
