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
/** Longer than planned by this much, a meeting is over although nobody said so: the word of its end gets lost. */
const extraMs = 6 * hourMs;
/** Teams' call is over when somebody ends it for all; those in the room finish the vote that they are at. */
const graceMs = hourMs / 4;

/** Until when a session may last: as long as the meeting was planned, and some hours more. */
export const lastsUntil = ({ openedAt }: Session, { startsAt, endsAt }: Planned): Date =>
  new Date(openedAt.getTime() + Math.max(0, endsAt.getTime() - startsAt.getTime()) + extraMs);

/** Whether ballots count now, and the meeting is said to be in session. */
export function isInSession(session: Session, planned: Planned, now: Date): boolean {
  if (session.endedAt) return false;
  const over = (session.overAt ?? lastsUntil(session, planned)).getTime();
  return now.getTime() < over + graceMs;
}

/** Since when there is no voting in it any more; null: there is. */
export const overSince = (session: Session, planned: Planned, now: Date): Date | null =>
  isInSession(session, planned, now)
    ? null
    : (session.overAt ?? session.endedAt ?? lastsUntil(session, planned));

/** Whether it may begin anything new: a vote that is opened when the meeting is over has nobody to vote in it. */
export const goesOn = (session: Session, planned: Planned, now: Date): boolean =>
  !session.overAt && isInSession(session, planned, now);

/** A meeting that is begun again on the same day goes on; later it is another one, with nobody present yet. */
export const mayGoOn = (session: Session, planned: Planned, now: Date): boolean =>
  session.endedAt === null && now < lastsUntil(session, planned);

/** Whether the clock has something to do with it. */
export const isDue = (session: Session, planned: Planned, now: Date): boolean =>
  session.endedAt === null && (session.overAt !== null || !mayGoOn(session, planned, now));
