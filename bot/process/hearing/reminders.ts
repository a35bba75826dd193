import { DateTime } from 'luxon';
import { zone } from '../frame/calendar.ts';
import { isWorkingDay } from '../frame/workingDays.ts';

/** Those who are missing are reminded on so many mornings, the last of the working days before the deadline. */
const mornings = 3;
const morning = { hour: 8, minute: 30 };
/** What could not be told in the morning is told that day, and not at night. */
const evening = { hour: 17, minute: 0 };
/** So long before a deadline there is nobody to remind: longer than any holidays, and three mornings. */
export const remindersBeginMs = 21 * 24 * 3600_000;

/** The mornings before the deadline on which people are at work, from the last one. */
function morningsBefore(deadline: Date): DateTime[] {
  const found: DateTime[] = [];
  let day = DateTime.fromJSDate(deadline, { zone }).startOf('day');
  for (; found.length < mornings; day = day.minus({ days: 1 })) {
    const at = day.set(morning);
    if (at.toJSDate() < deadline && isWorkingDay(day)) found.push(at);
  }
  return found;
}

/**
 * The morning whose reminder is due: from half past eight of a working day, and after a standstill until the evening. The
 * last one before the deadline is caught up with at any time: late is better than never. Whoever was asked after that
 * morning has just been asked.
 */
export function reminderDue(
  { opensAt, deadline }: { opensAt: Date; deadline: Date },
  now: Date,
): Date | null {
  if (now >= deadline) return null;
  const all = morningsBefore(deadline);
  const begun = all.find((at) => at.toJSDate() <= now);
  if (!begun || begun.toJSDate() < opensAt) return null;
  const isLast = begun === all[0];
  return isLast || now < begun.set(evening).toJSDate() ? begun.toJSDate() : null;
}
