import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import { LRUCache } from 'lru-cache';
import { DateTime } from 'luxon';
import { zone } from './calendar.ts';

/** It brings the calendars of the whole world: read in when first asked, and not before the app serves. */
const readIn = (): Holidays => {
  const Calendar = createRequire(import.meta.url)('date-holidays') as typeof Holidays;
  return new Calendar('DK');
};
let danish: Holidays | null = null;
/** No public holidays, and yet no town hall is open. */
const closed = new Set(['06-05', '12-24', '12-31']);

/** The schools' summer break: from the last Saturday of June, six weeks and the Sunday that ends them. */
export function inSummerBreak(day: DateTime): boolean {
  const june = DateTime.fromObject({ year: day.year, month: 6, day: 30 }, { zone });
  const first = june.minus({ days: (june.weekday + 1) % 7 });
  return day >= first && day < first.plus({ days: 44 });
}

function lookUp(date: string): boolean {
  if (closed.has(date.slice(5))) return true;
  // The library asks for local dates; noon is the same day everywhere in Europe.
  danish ??= readIn();
  const found = danish.isHoliday(DateTime.fromISO(`${date}T12:00`, { zone }).toJSDate());
  return found !== false && found.some(({ type }) => type === 'public' || type === 'bank');
}

/** The library reckons a year of holidays for each day that it is asked about. */
const known = new LRUCache<string, boolean>({ max: 2_000, memoMethod: lookUp });
const isHoliday = (day: DateTime): boolean => known.memo(day.toFormat('yyyy-MM-dd'));

/** A day on which offices are open: no weekend, no Danish holiday. */
export const isWorkingDay = (day: DateTime): boolean => day.weekday <= 5 && !isHoliday(day);

/** A day on which people can be asked to a meeting: a working day that is not in the summer break. */
export const isMeetingDay = (day: DateTime): boolean => isWorkingDay(day) && !inSummerBreak(day);
