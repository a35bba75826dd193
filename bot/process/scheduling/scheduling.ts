import { DateTime } from 'luxon';
import { zone } from '../frame/calendar.ts';
import { isMeetingDay } from '../frame/workingDays.ts';

/** Meetings begin and end within these hours. */
export const workingHours = { from: 9, to: 16 };
/** Exchange answers for so many days at once. */
export const mostDays = 62;
/** A poll with more times is answered by nobody. */
export const mostOffered = 8;
/** People need a day between being asked and being there. */
const noticeMs = 24 * 3600_000;
const everyMinutes = 30;
const mostProposed = 12;

export const schedulingStates = ['reading', 'proposed', 'polling', 'settled', 'dropped'] as const;
export type SchedulingState = (typeof schedulingStates)[number];

export interface SchedulingFacts {
  readAt: Date | null;
  failedAt: Date | null;
  openedAt: Date | null;
  meetingId: string | null;
  droppedAt: Date | null;
}

export function schedulingState(facts: SchedulingFacts): SchedulingState {
  if (facts.meetingId) return 'settled';
  if (facts.droppedAt) return 'dropped';
  if (facts.openedAt) return 'polling';
  return facts.readAt || facts.failedAt ? 'proposed' : 'reading';
}

/** It has led to a meeting, or was given up. */
export const isSearchOver = (state: SchedulingState): boolean => state === 'settled' || state === 'dropped';

/** Whether somebody is asked by the poll; whose calendar is read need not be. */
export const owesAnswer = ({ readable }: { readable: boolean | null }): boolean => readable !== true;

/** Whether a time may be chosen now: all have answered who were asked, or the time for that is up. */
export const isChoiceDue = (
  { asked, answered, respondBy }: { asked: number; answered: number; respondBy: Date | null },
  now: Date,
): boolean => answered === asked || (respondBy !== null && respondBy <= now);

/** How one person stands to one time. `maybe`: only tentatively taken. `unknown`: no calendar to read and no answer. */
export const availabilities = ['can', 'maybe', 'cannot', 'unknown'] as const;
export type Availability = (typeof availabilities)[number];

export interface Asked {
  personId: string;
  chair: boolean;
  /** Can the calendar be read? */
  readable: boolean;
}
export interface Taken {
  personId: string;
  startsAt: Date;
  endsAt: Date;
  tentative: boolean;
}
export interface Said {
  personId: string;
  startsAt: Date;
  possible: boolean;
}

/** What decides how good a time is. */
export interface Knowledge {
  people: Asked[];
  taken: Taken[];
  said: Said[];
}

export interface RatedTime {
  startsAt: Date;
  endsAt: Date;
  /** By person id. */
  standing: Map<string, Availability>;
  counts: Record<Availability, number>;
  /** How many of the chairs cannot. */
  chairsMissing: number;
}

const overlaps = (one: Pick<Taken, 'startsAt' | 'endsAt'>, from: number, to: number): boolean =>
  one.startsAt.getTime() < to && one.endsAt.getTime() > from;

/** What a person said comes before what the calendar says: an appointment may be moved. */
function availability(person: Asked, taken: Taken[], said: Said[], from: number, to: number): Availability {
  const word = said.find((one) => one.startsAt.getTime() === from);
  if (word) return word.possible ? 'can' : 'cannot';
  if (!person.readable) return 'unknown';
  const clashes = taken.filter((one) => overlaps(one, from, to));
  if (clashes.some((one) => !one.tentative)) return 'cannot';
  return clashes.length > 0 ? 'maybe' : 'can';
}

const grouped = <T extends { personId: string }>(all: T[]): Map<string, T[]> =>
  Map.groupBy(all, ({ personId }) => personId);

/** Whether a calendar leaves room for it; what is only tentative is no room. */
export const isFree = (taken: Pick<Taken, 'startsAt' | 'endsAt'>[], startsAt: Date, endsAt: Date): boolean =>
  !taken.some((one) => overlaps(one, startsAt.getTime(), endsAt.getTime()));

/** Each time with how everybody stands to it, the best first: the chair, then fewest who cannot, fewest unknown. */
export function rankTimes(starts: Date[], minutes: number, known: Knowledge): RatedTime[] {
  const [taken, said] = [grouped(known.taken), grouped(known.said)];
  const rated = starts.map((startsAt): RatedTime => {
    const from = startsAt.getTime();
    const to = from + minutes * 60_000;
    const standing = new Map<string, Availability>();
    const counts = { can: 0, maybe: 0, cannot: 0, unknown: 0 };
    let chairsMissing = 0;
    for (const person of known.people) {
      const { personId, chair } = person;
      const stands = availability(person, taken.get(personId) ?? [], said.get(personId) ?? [], from, to);
      standing.set(personId, stands);
      counts[stands] += 1;
      if (chair && stands === 'cannot') chairsMissing += 1;
    }
    return { startsAt, endsAt: new Date(to), standing, counts, chairsMissing };
  });
  return rated.sort(better);
}

const better = (a: RatedTime, b: RatedTime): number =>
  a.chairsMissing - b.chairsMissing ||
  a.counts.cannot - b.counts.cannot ||
  a.counts.unknown - b.counts.unknown ||
  a.counts.maybe - b.counts.maybe ||
  a.startsAt.getTime() - b.startsAt.getTime();

export interface Span {
  /** Days in Copenhagen, `YYYY-MM-DD`; both are among them. */
  fromDay: string;
  toDay: string;
  minutes: number;
}

const dayAt = (day: string): DateTime => DateTime.fromISO(day, { zone });
export const daysIn = ({ fromDay, toDay }: Pick<Span, 'fromDay' | 'toDay'>): number =>
  Math.round(dayAt(toDay).diff(dayAt(fromDay), 'days').days) + 1;
/** From the first moment of the first day to the first moment after the last. */
export const periodOf = ({ fromDay, toDay }: Pick<Span, 'fromDay' | 'toDay'>): { from: Date; to: Date } => ({
  from: dayAt(fromDay).toJSDate(),
  to: dayAt(toDay).plus({ days: 1 }).toJSDate(),
});

/** The earliest a meeting may begin: people get a day's notice, and a poll is answered first. */
export const earliestStart = (now: Date, respondBy: Date | null): Date =>
  new Date(Math.max(now.getTime(), respondBy?.getTime() ?? 0) + noticeMs);

/** Every half hour on which it could begin, within working hours of meeting days. */
export function possibleStarts({ minutes, ...span }: Span, notBefore: Date): Date[] {
  const starts: Date[] = [];
  const last = dayAt(span.toDay);
  for (let day = dayAt(span.fromDay); day <= last; day = day.plus({ days: 1 })) {
    if (!isMeetingDay(day)) continue;
    const end = day.set({ hour: workingHours.to });
    let at = day.set({ hour: workingHours.from });
    for (; at.plus({ minutes }) <= end; at = at.plus({ minutes: everyMinutes }))
      if (at.toJSDate() >= notBefore) starts.push(at.toJSDate());
  }
  return starts;
}

/** The best times, one of each morning and afternoon at most: twelve half hours of one day are no choice. */
export function proposeTimes(span: Span, notBefore: Date, known: Knowledge): RatedTime[] {
  const seen = new Set<string>();
  const ranked = rankTimes(possibleStarts(span, notBefore), span.minutes, known);
  const halfDay = (at: Date): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd a');
  const best = ranked.filter(({ startsAt }) => {
    const half = halfDay(startsAt);
    return !seen.has(half) && seen.add(half);
  });
  return best.slice(0, mostProposed);
}
