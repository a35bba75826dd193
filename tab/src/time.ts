import type { Locale } from '../../bot/i18n/index.ts';

/** Everybody reads Copenhagen time, wherever their machine is. */
const copenhagen = 'Europe/Copenhagen';
const tags: Record<Locale, string> = { da: 'da-DK', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(
  at: string | Date,
  locale: Locale,
  month: 'long' | 'short',
  timeZone = copenhagen,
): Record<string, string> {
  const name = `${locale} ${month} ${timeZone}`;
  const format =
    formats.get(name) ??
    new Intl.DateTimeFormat(tags[locale], {
      timeZone,
      weekday: month,
      day: 'numeric',
      month,
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(name, format);
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

const clock = (p: Record<string, string>, locale: Locale) =>
  locale === 'da' ? `kl. ${p['hour']}.${p['minute']}` : `${p['hour']}:${p['minute']}`;

const sentence = (p: Record<string, string>, locale: Locale) =>
  locale === 'da'
    ? `${p['weekday']} den ${p['day']}. ${p['month']} ${p['year']} ${clock(p, locale)}`
    : `${p['weekday']} ${p['day']} ${p['month']} ${p['year']} at ${clock(p, locale)}`;

/** "fredag den 11. december 2026 kl. 12.00" */
export const long = (at: string | Date, locale: Locale): string =>
  sentence(parts(at, locale, 'long'), locale);

/** The same for what a date field holds, which is Copenhagen wall time already. */
export function wall(field: string, locale: Locale): string {
  const at = new Date(`${field}Z`);
  return Number.isNaN(at.getTime()) ? '' : sentence(parts(at, locale, 'long', 'UTC'), locale);
}

/** "fre 11. dec. kl. 12.00" for lists. */
export function short(at: string | Date, locale: Locale): string {
  const p = parts(at, locale, 'short');
  const weekday = p['weekday']?.replace('.', '');
  return locale === 'da'
    ? `${weekday} ${p['day']}. ${p['month']} ${clock(p, locale)}`
    : `${weekday} ${p['day']} ${p['month']}, ${clock(p, locale)}`;
}

export function date(at: string | Date, locale: Locale): string {
  const p = parts(at, locale, 'long');
  return locale === 'da'
    ? `${p['day']}. ${p['month']} ${p['year']}`
    : `${p['day']} ${p['month']} ${p['year']}`;
}

/** A stamp with seconds, for the trail. */
export const stamp = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], {
    timeZone: copenhagen,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at));

const dayNumber = (at: Date): number => {
  const [year, month, day] = new Intl.DateTimeFormat('sv-SE', { timeZone: copenhagen })
    .format(at)
    .split('-')
    .map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000;
};

/** "om 19 dage", "i morgen", "om 40 minutter". */
export function away(at: string | Date, now: Date, locale: Locale): string {
  const format = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto' });
  const then = new Date(at);
  const minutes = Math.round((then.getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return format.format(minutes, 'minute');
  if (Math.abs(minutes) < 12 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(dayNumber(then) - dayNumber(now), 'day');
}

/** `2026-12-11T12:00` as a date field wants it, in Copenhagen, some whole days ahead at a round hour. */
export function fieldTime(from: Date, days = 0, hour = '12'): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: copenhagen }).format(
    new Date(from.getTime() + days * 86_400_000),
  );
  return `${day}T${hour.padStart(2, '0')}:00`;
}

/** An instant as a date field wants it. */
export const fieldOf = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: copenhagen, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' ', 'T');
