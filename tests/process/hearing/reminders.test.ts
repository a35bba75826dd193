import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from '@jest/globals';
import { dayOf, zone } from '../../../bot/process/frame/calendar.ts';
import { reminderDue } from '../../../bot/process/hearing/reminders.ts';

const at = (wall: string): Date => DateTime.fromISO(wall, { zone }).toJSDate();
const due = (deadline: string, now: string, opensAt = '2026-01-01T12:00'): string | null => {
  const found = reminderDue({ opensAt: at(opensAt), deadline: at(deadline) }, at(now));
  return found && DateTime.fromJSDate(found, { zone }).toFormat('yyyy-MM-dd HH:mm');
};
/** Every morning that is due at some minute before the deadline, looked at as the clock does. */
function mornings(deadline: string): string[] {
  const seen = new Set<string>();
  const end = DateTime.fromISO(deadline, { zone });
  for (let now = end.minus({ days: 9 }); now < end; now = now.plus({ minutes: 15 })) {
    const found = due(deadline, now.toFormat("yyyy-MM-dd'T'HH:mm"));
    if (found) seen.add(found);
  }
  return [...seen];
}

describe('those who are missing are reminded in the morning of the last three working days', () => {
  test.each([
    ['a Friday noon', '2027-01-22T12:00', ['2027-01-20 08:30', '2027-01-21 08:30', '2027-01-22 08:30']],
    ['a Monday noon', '2027-01-25T12:00', ['2027-01-21 08:30', '2027-01-22 08:30', '2027-01-25 08:30']],
    [
      'before the office opens',
      '2027-01-25T08:00',
      ['2027-01-20 08:30', '2027-01-21 08:30', '2027-01-22 08:30'],
    ],
    ['a Sunday midnight', '2027-01-24T23:59', ['2027-01-20 08:30', '2027-01-21 08:30', '2027-01-22 08:30']],
    ['after Easter', '2027-03-30T12:00', ['2027-03-23 08:30', '2027-03-24 08:30', '2027-03-30 08:30']],
    ['between the years', '2026-12-28T12:00', ['2026-12-22 08:30', '2026-12-23 08:30', '2026-12-28 08:30']],
    [
      'after the clocks went forward',
      '2027-03-29T23:00',
      ['2027-03-22 08:30', '2027-03-23 08:30', '2027-03-24 08:30'],
    ],
  ])('%s', (_, deadline, wanted) => expect(mornings(deadline)).toEqual(wanted));

  test('not at night and not at the weekend, and not before half past eight', () => {
    expect(due('2027-01-25T12:00', '2027-01-22T00:00')).toBeNull();
    expect(due('2027-01-25T12:00', '2027-01-22T08:29')).toBeNull();
    expect(due('2027-01-25T12:00', '2027-01-22T08:30')).toBe('2027-01-22 08:30');
    expect(due('2027-01-25T12:00', '2027-01-23T10:00')).toBeNull();
  });

  test('what a standstill kept back comes the same day, and not in the evening; the last one comes late rather than never', () => {
    expect(due('2027-01-25T12:00', '2027-01-22T16:59')).toBe('2027-01-22 08:30');
    expect(due('2027-01-25T12:00', '2027-01-22T17:00')).toBeNull();
    expect(due('2027-01-25T08:00', '2027-01-24T20:00')).toBe('2027-01-22 08:30');
    expect(due('2027-01-25T08:00', '2027-01-25T08:00')).toBeNull();
  });

  test('whoever was asked after that morning is not reminded of it', () => {
    expect(due('2027-01-22T12:00', '2027-01-20T10:00', '2027-01-20T09:00')).toBeNull();
    expect(due('2027-01-22T12:00', '2027-01-21T08:30', '2027-01-20T09:00')).toBe('2027-01-21 08:30');
  });

  test('whatever the deadline, one comes before it, and none on a day that it is not of', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 4 * 24 * 60 }), (from, before) => {
        const deadline = new Date(Date.UTC(2027, 0, 20) + from * 60_000);
        const hearing = { opensAt: at('2026-01-01T12:00'), deadline };
        const last = reminderDue(hearing, new Date(deadline.getTime() - 60_000));
        expect(last && last < deadline).toBe(true);
        const now = new Date(deadline.getTime() - before * 60_000);
        const found = reminderDue(hearing, now);
        if (found && found.getTime() !== last!.getTime()) expect(dayOf(found)).toBe(dayOf(now));
      }),
      { numRuns: 100 },
    );
  });
});
