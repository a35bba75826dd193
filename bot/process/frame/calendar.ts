import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';

/** All deadlines are wall-clock time here, whatever the server's own zone. */
export const zone = 'Europe/Copenhagen';

/** A date and a clock time; a deadline without its hour is a misunderstanding waiting to happen. */
const dateAndTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|([+-])(\d{2}):?(\d{2}))?$/i;
/** Nothing that a case is about lies outside; a year like 0202 or 0000 was meant to be another. */
const [firstYear, lastYear] = [1900, 2199];
/** The furthest that any place on earth is from Greenwich. */
const mostOffset = { '+': 14 * 60, '-': 12 * 60 };

function offsetExists([, , , , sign, hours, minutes]: RegExpExecArray): boolean {
  if (!sign) return true;
  return Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= mostOffset[sign as '+' | '-'];
}

/**
 * An instant from what a person or a client wrote: ISO 8601 with an offset, or without one and then
 * Copenhagen wall time. Null when it is no time, or a wall time that daylight saving skips. A wall
 * time that occurs twice means the later one: the doubt is the answerer's benefit.
 */
export function parseInstant(written: string): Date | null {
  const parts = dateAndTime.exec(written);
  if (!parts || !offsetExists(parts)) return null;
  const text = written.replace(' ', 'T');
  const parsed = DateTime.fromISO(text, { zone, setZone: false });
  if (!parsed.isValid || parsed.year < firstYear || parsed.year > lastYear) return null;
  if (/(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text)) return parsed.toJSDate();
  const wall = DateTime.fromISO(text, { zone: 'utc' });
  if (wall.toFormat('HHmmss') !== parsed.toFormat('HHmmss')) return null;
  const later = parsed.getPossibleOffsets().at(-1) ?? parsed;
  return new Date(Math.max(later.toMillis(), parsed.toMillis()));
}

/** A year, a month or a day that exists: `2015`, `2015-06`, `2015-06-30`. */
export function isDay(written: string): boolean {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(written)) return false;
  const { isValid, year } = DateTime.fromISO(written, { zone });
  return isValid && year >= firstYear && year <= lastYear;
}

const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000);

function countDays(from: Date, to: Date): number {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone }).startOf('day');
  return Math.round(day(to).diff(day(from), 'days').days);
}

/** Every card of a hearing says its days, and reckoning with a zone is slow. */
const counted = new LRUCache<string, number, { from: Date; to: Date }>({
  max: 500,
  memoMethod: (_key, _stale, { context: { from, to } }) => countDays(from, to),
});

/** Whole days between two instants, as the calendar in Copenhagen counts them. */
export const daysBetween = (from: Date, to: Date): number =>
  counted.memo(`${minuteOf(from)} ${minuteOf(to)}`, { context: { from, to } });

/** The day in Copenhagen, `2027-01-20`. */
export const dayOf = (at: Date): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');

/** The day that was asked for last: it is the same one all day. */
let asked = { from: 0, to: 0 };

/** When the day began, in Copenhagen. */
export function midnightBefore(now: Date): Date {
  const at = now.getTime();
  if (at < asked.from || at >= asked.to) {
    const from = DateTime.fromJSDate(now, { zone }).startOf('day');
    asked = { from: from.toMillis(), to: from.plus({ days: 1 }).startOf('day').toMillis() };
  }
  return new Date(asked.from);
}

/** Does the period touch July, when town halls are empty? */
export function touchesJuly(from: Date, to: Date): boolean {
  let month = DateTime.fromJSDate(from, { zone }).startOf('month');
  const end = DateTime.fromJSDate(to, { zone });
  for (; month <= end; month = month.plus({ months: 1 })) if (month.month === 7) return true;
  return false;
}

const formats = {
  long: { da: "cccc 'den' d. LLLL yyyy 'kl.' HH.mm", en: "cccc d LLLL yyyy 'at' HH:mm" },
  short: { da: "d. LLL 'kl.' HH.mm", en: "d LLL 'at' HH:mm" },
  clock: { da: "'kl.' HH.mm", en: 'HH:mm' },
};
type Style = keyof typeof formats;

/** The same few deadlines are said over and over, and saying one costs more than looking it up. */
const said = new LRUCache<string, string, { style: Style; at: Date; locale: 'da' | 'en' }>({
  max: 2_000,
  memoMethod: (_key, _stale, { context: { style, at, locale } }) =>
    DateTime.fromJSDate(at, { zone })
      .setLocale(locale === 'da' ? 'da' : 'en-GB')
      .toFormat(formats[style][locale]),
});

const say = (style: Style, at: Date, locale: 'da' | 'en'): string =>
  said.memo(`${style} ${locale} ${minuteOf(at)}`, { context: { style, at, locale } });

/** "fredag den 11. december 2026 kl. 12.00": weekday, date and clock time, as experience.md asks. */
export const longTime = (at: Date, locale: 'da' | 'en'): string => say('long', at, locale);

/** "11. dec. kl. 12.00" for lists. */
export const shortTime = (at: Date, locale: 'da' | 'en'): string => say('short', at, locale);

/** "kl. 12.00" where the day is plain. */
export const clockTime = (at: Date, locale: 'da' | 'en'): string => say('clock', at, locale);
