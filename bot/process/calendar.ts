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

const formats = {
  long: { da: "cccc 'den' d. LLLL yyyy 'kl.' HH.mm", en: "cccc d LLLL yyyy 'at' HH:mm" },
  short: { da: "d. LLL 'kl.' HH.mm", en: "d LLL 'at' HH:mm" },
  clock: { da: "'kl.' HH.mm", en: 'HH:mm' },
};
const said = new Map<string, string>();
const mostSaid = 2_000;

/** The same few deadlines are said over and over, and saying one costs more than looking it up. */
function say(style: keyof typeof formats, at: Date, locale: 'da' | 'en'): string {
  const minute = Math.floor(at.getTime() / 60_000);
  const key = `${style} ${locale} ${minute}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const time = DateTime.fromJSDate(at, { zone }).setLocale(locale === 'da' ? 'da' : 'en-GB');
  const text = time.toFormat(formats[style][locale]);
  if (said.size >= mostSaid) said.clear();
  said.set(key, text);
  return text;
}

/** "fredag den 11. december 2026 kl. 12.00": weekday, date and clock time, as experience.md asks. */
export const longTime = (at: Date, locale: 'da' | 'en'): string => say('long', at, locale);

/** "11. dec. kl. 12.00" for lists. */
export const shortTime = (at: Date, locale: 'da' | 'en'): string => say('short', at, locale);

/** "kl. 12.00" where the day is plain. */
export const clockTime = (at: Date, locale: 'da' | 'en'): string => say('clock', at, locale);
