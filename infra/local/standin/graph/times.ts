import type { DateTimeTimeZone } from '@microsoft/microsoft-graph-types';
import { DateTime } from 'luxon';
import { WireError } from '../network/http.ts';

/** Exchange knows zones by their Windows names too. */
const windows: Record<string, string> = { 'Romance Standard Time': 'Europe/Copenhagen' };

export function momentOf(told: DateTimeTimeZone | null | undefined, what: string): number {
  const zone = told?.timeZone ?? 'UTC';
  const moment = DateTime.fromISO(told?.dateTime ?? '', { zone: windows[zone] ?? zone });
  if (!moment.isValid) throw new WireError(400, 'ErrorInvalidParameter', `${what} is not a moment in time.`);
  return moment.toMillis();
}

/** As Graph writes it: in UTC, without a Z, to the ten-millionth. */
export const written = (moment: number): DateTimeTimeZone => ({
  dateTime: `${new Date(moment).toISOString().slice(0, 23)}0000`,
  timeZone: 'UTC',
});
