import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { zone } from './calendar.ts';

const danish = new Holidays('DK');
/** No public holidays, and yet no town hall is open. */
const closed = new Set(['06-05', '12-24', '12-31']);

/** The schools' summer break: from the last Saturday of June, six weeks and the Sunday that ends them. */
export function inSummerBreak(day: DateTime): boolean {
  const june = DateTime.fromObject({ year: day.year, month: 6, day: 30 }, { zone });
  const first = june.minus({ days: (june.weekday + 1) % 7 });
  return day >= first && day < first.plus({ days: 44 });
}

function isHoliday(day: DateTime): boolean {
  if (closed.has(day.toFormat('MM-dd'))) return true;
  // The library asks for local dates; noon is the same day everywhere in Europe.
  const found = danish.isHoliday(day.set({ hour: 12 }).toJSDate());
  return found !== false && found.some(({ type }) => type === 'public' || type === 'bank');
}

/** A day on which offices are open: no weekend, no Danish holiday. */
export const isWorkingDay = (day: DateTime): boolean => day.weekday <= 5 && !isHoliday(day);

/** A day on which people can be asked to a meeting: a working day that is not in the summer break. */
export const isMeetingDay = (day: DateTime): boolean => isWorkingDay(day) && !inSummerBreak(day);
