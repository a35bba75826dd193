import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';

/** A meeting is in session from when it is opened until it ends; the times of both. */
export interface Session {
  openedAt: Date;
  endedAt: Date | null;
  /** The meeting was over while a vote in it was still open. */
  overAt: Date | null;
}
export interface Planned {
  startsAt: Date;
  endsAt: Date;
}

const hourMs = 3600_000;
const dayMs = 24 * hourMs;
/** Longer than planned by this much, a meeting is over although nobody said so: the word of its end gets lost. */
const extraMs = 6 * hourMs;
/** Teams' call is over when somebody ends it for all; those in the room finish the vote that they are at. */
const graceMs = hourMs / 4;

/** Until when a session may last: as long as the meeting was planned, and some hours more. */
export const lastsUntil = ({ openedAt }: Session, { startsAt, endsAt }: Planned): Date =>
  new Date(openedAt.getTime() + Math.max(0, endsAt.getTime() - startsAt.getTime()) + extraMs);

/** Until when ballots count in it, unless it is ended before. */
const countsUntil = (session: Session, planned: Planned): Date =>
  new Date((session.overAt ?? lastsUntil(session, planned)).getTime() + graceMs);

/** Whether ballots count now, and the meeting is said to be in session. */
export const isInSession = (session: Session, planned: Planned, now: Date): boolean =>
  session.endedAt === null && now < countsUntil(session, planned);

/** Of a meeting that is over: until when a ballot still counts; null when none does any more. */
export const lastBallot = (session: Session, planned: Planned, now: Date): Date | null =>
  isInSession(session, planned, now) ? countsUntil(session, planned) : null;

/** Since when there is no voting in it any more; null: there is. */
export const overSince = (session: Session, planned: Planned, now: Date): Date | null =>
  isInSession(session, planned, now)
    ? null
    : (session.overAt ?? session.endedAt ?? lastsUntil(session, planned));

/** Whether it may begin anything new: a vote that is opened when the meeting is over has nobody to vote in it. */
export const goesOn = (session: Session, planned: Planned, now: Date): boolean =>
  !session.overAt && isInSession(session, planned, now);

/** Whether a session of it may still be opened, now or later. */
export const canBeHeld = ({ endsAt }: Pick<Planned, 'endsAt'>, now: Date): boolean =>
  now.getTime() <= endsAt.getTime() + dayMs;

/**
 * A goal is decided at the meeting that it was called for: a session is opened when that is held, give or take a day. One
 * that is held earlier is moved first, and after one that has been held another is called.
 */
export function mayBegin({ startsAt, endsAt }: Planned, now: Date): Refusal | null {
  if (now.getTime() < startsAt.getTime() - dayMs)
    return refuse('meetingOtherDay', { startsAt: startsAt.toISOString() });
  return canBeHeld({ endsAt }, now)
    ? null
    : refuseCloser('meetingOtherDay', 'over', { startsAt: startsAt.toISOString() });
}

/** A meeting that is begun again on the same day goes on; later it is another one, with nobody present yet. */
export const mayGoOn = (session: Session, planned: Planned, now: Date): boolean =>
  session.endedAt === null && now < lastsUntil(session, planned);

/** Whether the clock has something to do with it. */
export const isDue = (session: Session, planned: Planned, now: Date): boolean =>
  session.endedAt === null && (session.overAt !== null || !mayGoOn(session, planned, now));
