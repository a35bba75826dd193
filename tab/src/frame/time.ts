import type { Locale } from '../../../bot/i18n/index.ts';

/** Everybody reads Copenhagen time, wherever their machine is. */
export const copenhagen = 'Europe/Copenhagen';
export const tags: Record<Locale, string> = { da: 'da-DK', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

export function parts(
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

const bare = (p: Record<string, string>, locale: Locale) =>
  `${p['hour']}${locale === 'da' ? '.' : ':'}${p['minute']}`;
const clock = (p: Record<string, string>, locale: Locale) =>
  locale === 'da' ? `kl. ${bare(p, locale)}` : bare(p, locale);

/** "12.00", where the day and "kl." stand before it. */
export const hour = (at: string | Date, locale: Locale): string => bare(parts(at, locale, 'short'), locale);

export const sentence = (p: Record<string, string>, locale: Locale) =>
  locale === 'da'
    ? `${p['weekday']} den ${p['day']}. ${p['month']} ${p['year']} ${clock(p, locale)}`
    : `${p['weekday']} ${p['day']} ${p['month']} ${p['year']} at ${clock(p, locale)}`;

/** "fredag den 11. december 2026 kl. 12.00" */
export const long = (at: string | Date, locale: Locale): string =>
  sentence(parts(at, locale, 'long'), locale);

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

/** A day, or a month of which nobody knows the day: "august 2019". */
export function since(at: string, locale: Locale): string {
  const [, month] = /^\d{4}-(\d{2})$/.exec(at) ?? [];
  if (month) return date(`${at}-15T12:00:00Z`, locale).replace(/^\d+\.? /, '');
  return /^\d{4}-\d{2}-\d{2}$/.test(at) ? date(`${at}T12:00:00Z`, locale) : at;
}

/** A stamp with seconds, for the trail. */
export const stamp = (at: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], {
    timeZone: copenhagen,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at));
