import type { Locale } from '../../../bot/i18n/index.ts';
import { copenhagen, tags } from './time.ts';

/** Days are counted in the calendar of Copenhagen. */
export const dayNumber = (at: Date): number => {
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
