import type { Locale } from '../../../bot/i18n/index.ts';
import { dayNumber } from './away.ts';
import { copenhagen, parts, sentence } from './time.ts';

/** What a date field holds, which is Copenhagen wall time already, in words. */
export function wall(field: string, locale: Locale): string {
  const at = new Date(`${field}Z`);
  return Number.isNaN(at.getTime()) ? '' : sentence(parts(at, locale, 'long', 'UTC'), locale);
}

/** `2026-12-11T12:00` as a date field wants it, in Copenhagen, some days of the calendar ahead at a round hour. */
export function fieldTime(from: Date, days = 0, hour = '12'): string {
  const day = new Date((dayNumber(from) + days) * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${hour.padStart(2, '0')}:00`;
}

/** An instant as a date field wants it. */
export const fieldOf = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: copenhagen, dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(at))
    .replace(' ', 'T');
