import { refuse, refuseCloser, type Refusal } from '../frame/refusals.ts';

/** What Teams last said of when a meeting began and ended, by Teams' own clock. */
export interface ToldTimes {
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  /** When somebody last opened it by hand, or went on with it; by our own clock. */
  openedAt?: string | undefined;
}

/** Teams' clock and ours are two. */
const skewMs = 5_000;
const isBefore = (at: Date, other: string | undefined): boolean =>
  other !== undefined && at < new Date(other);

/**
 * A beginning that is told after the end which came later; or an end of an earlier time, from before it began or was opened
 * by hand: news of the past.
 */
export const isPast = (
  what: 'startedAt' | 'endedAt',
  at: Date,
  { startedAt, endedAt, openedAt }: ToldTimes,
): boolean =>
  what === 'startedAt'
    ? isBefore(at, endedAt)
    : isBefore(at, startedAt) || isBefore(new Date(at.getTime() + skewMs), openedAt);

/** Where Teams' meetings are joined (public cloud, its new address, and meetings of private accounts). */
const joinHosts = ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'];

/** A link that people press to come into a meeting leads to Teams, whoever wrote it. */
export function isJoinLink(joinUrl: string): boolean {
  if (!URL.canParse(joinUrl)) return false;
  const { protocol, host, username, password } = new URL(joinUrl);
  return protocol === 'https:' && joinHosts.includes(host) && username === '' && password === '';
}

/** As it is shown; null also for one that was kept before it was asked where it leads. */
export const joinLink = (joinUrl: string | null): string | null =>
  joinUrl !== null && isJoinLink(joinUrl) ? joinUrl : null;

/** A link may have been cut in the middle of a letter: it is then compared as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What makes two join links the same meeting: the thread in the path; tenants and clients vary the rest. */
export function joinKey(joinUrl: string): string {
  if (!URL.canParse(joinUrl)) return joinUrl.trim();
  const { host, pathname } = new URL(joinUrl);
  const path = decoded(pathname).toLowerCase();
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return `${host}${path.slice(0, end)}`;
}

interface Meant {
  endsAt: Date;
  cancelledAt: Date | null;
}

/** Why a meeting is not one to come. */
export function notToCome({ cancelledAt, endsAt }: Meant, now: Date): Refusal | null {
  if (cancelledAt) return refuse('meetingCancelled');
  return endsAt <= now ? refuse('meetingHeld') : null;
}

/**
 * Whether it lies with those that are over; one whose time is up goes on until its session has ended. It stands here for the
 * lists, which ask it of rows (`store/meeting/meetingLists`).
 */
export const liesBehind = (meeting: Meant, inSession: boolean, now: Date): boolean =>
  meeting.cancelledAt !== null || (notToCome(meeting, now) !== null && !inSession);

/** Whether it may be cancelled; `session`: it has one that nobody has ended, `held`: it has had one. */
export function mayCancel(
  meeting: Meant,
  { session, held }: { session: boolean; held: boolean },
  now: Date,
): Refusal | null {
  if (meeting.cancelledAt) return refuse('meetingCancelled');
  if (session) return refuse('sessionOpen');
  // What was decided in it stands, and calendars would say that it was never held.
  return held ? refuseCloser('meetingHeld', 'over', {}) : notToCome(meeting, now);
}
