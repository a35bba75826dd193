import { DateTime } from 'luxon';

/** All deadlines are wall-clock time here, whatever the server's own zone. */
export const zone = 'Europe/Copenhagen';

/** A date and a clock time; a deadline without its hour is a misunderstanding waiting to happen. */
const dateAndTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

/**
 * An instant from what a person or a client wrote: ISO 8601 with an offset, or without one and then
 * Copenhagen wall time. Null when it is no time, or a wall time that daylight saving skips. A wall
 * time that occurs twice means the later one: the doubt is the answerer's benefit.
 */
export function parseInstant(written: string): Date | null {
  if (!dateAndTime.test(written)) return null;
  const text = written.replace(' ', 'T');
  const parsed = DateTime.fromISO(text, { zone, setZone: false });
  if (!parsed.isValid) return null;
  if (/(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text)) return parsed.toJSDate();
  const wall = DateTime.fromISO(text, { zone: 'utc' });
  if (wall.toFormat('HHmmss') !== parsed.toFormat('HHmmss')) return null;
  const later = parsed.getPossibleOffsets().at(-1) ?? parsed;
  return new Date(Math.max(later.toMillis(), parsed.toMillis()));
}

/** Whole days between two instants, as the calendar in Copenhagen counts them. */
export function daysBetween(from: Date, to: Date): number {
  const day = (at: Date) => DateTime.fromJSDate(at, { zone }).startOf('day');
  return Math.round(day(to).diff(day(from), 'days').days);
}

/** Does the period touch July, when town halls are empty? */
export function touchesJuly(from: Date, to: Date): boolean {
  let month = DateTime.fromJSDate(from, { zone }).startOf('month');
  const end = DateTime.fromJSDate(to, { zone });
  for (; month <= end; month = month.plus({ months: 1 })) if (month.month === 7) return true;
  return false;
}

/** "fredag den 11. december 2026 kl. 12.00": weekday, date and clock time, as experience.md asks. */
export function longTime(at: Date, locale: 'da' | 'en'): string {
  const time = DateTime.fromJSDate(at, { zone }).setLocale(locale === 'da' ? 'da' : 'en-GB');
  return locale === 'da'
    ? time.toFormat("cccc 'den' d. LLLL yyyy 'kl.' HH.mm")
    : time.toFormat("cccc d LLLL yyyy 'at' HH:mm");
}

/** "11. dec. kl. 12.00" for lists, "kl. 12.00" where the day is plain. */
export function shortTime(at: Date, locale: 'da' | 'en'): string {
  const time = DateTime.fromJSDate(at, { zone }).setLocale(locale === 'da' ? 'da' : 'en-GB');
  return locale === 'da' ? time.toFormat("d. LLL 'kl.' HH.mm") : time.toFormat("d LLL 'at' HH:mm");
}

export function clockTime(at: Date, locale: 'da' | 'en'): string {
  const time = DateTime.fromJSDate(at, { zone });
  return locale === 'da' ? time.toFormat("'kl.' HH.mm") : time.toFormat('HH:mm');
}
