import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from '@jest/globals';
import {
  clockTime,
  daysBetween,
  isDay,
  longTime,
  parseInstant,
  shortTime,
  touchesJuly,
  zone,
} from '../../../bot/process/frame/calendar.ts';
import { isOpen } from '../../../bot/process/hearing/hearing.ts';

const utc = (text: string): string | undefined => parseInstant(text)?.toISOString();
const wall = (text: string): Date => DateTime.fromISO(text, { zone }).toJSDate();

describe('a deadline is read as Copenhagen wall time', () => {
  test.each([
    ['in winter', '2026-12-11T12:00', '2026-12-11T11:00:00.000Z'],
    ['in summer', '2026-06-11T12:00', '2026-06-11T10:00:00.000Z'],
    ['with seconds', '2026-06-11T23:59:59', '2026-06-11T21:59:59.000Z'],
    ['with an offset, which then counts', '2026-06-11T12:00+05:30', '2026-06-11T06:30:00.000Z'],
    ['in UTC', '2026-06-11T12:00:00Z', '2026-06-11T12:00:00.000Z'],
    ['as the last second before spring 2026', '2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
    ['as the first second of summer time 2026', '2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
    ['as the last second before spring 2027', '2027-03-28T01:59:59', '2027-03-28T00:59:59.000Z'],
    ['as the first second of summer time 2027', '2027-03-28T03:00:00', '2027-03-28T01:00:00.000Z'],
    ['in the hour that occurs twice in 2026: the later', '2026-10-25T02:30', '2026-10-25T01:30:00.000Z'],
    ['in the hour that occurs twice in 2027: the later', '2027-10-31T02:30', '2027-10-31T01:30:00.000Z'],
    ['at the first moment that occurs twice', '2026-10-25T02:00', '2026-10-25T01:00:00.000Z'],
    ['just before the hour that occurs twice', '2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['just after the hour that occurs twice', '2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
    ['in the doubled hour with the summer offset', '2026-10-25T02:30+02:00', '2026-10-25T00:30:00.000Z'],
    ['in the skipped hour with an offset', '2026-03-29T02:30+01:00', '2026-03-29T01:30:00.000Z'],
  ])('%s', (_, text, instant) => {
    expect(utc(text)).toBe(instant);
  });

  test.each([
    ['the hour that spring 2026 skips', '2026-03-29T02:30'],
    ['the first moment that spring 2026 skips', '2026-03-29T02:00:00'],
    ['the last second that spring 2026 skips', '2026-03-29T02:59:59'],
    ['the hour that spring 2027 skips', '2027-03-28T02:30'],
    ['a day that does not exist', '2027-02-29T12:00'],
    ['an hour that does not exist', '2027-02-28T25:00'],
    ['a leap day of a common year, with an offset', '2027-02-30T12:00:00Z'],
    ['an offset that no place has', '2027-02-03T12:00+25:00'],
    ['an offset further west than any', '2027-02-03T12:00-12:30'],
    ['an offset of too many minutes', '2027-02-03T12:00+05:75'],
    ['the year nought', '0000-01-01T00:00Z'],
    ['a year of the sagas', '0202-02-03T12:00'],
    ['a year with a digit too many', '20270-02-03T12:00'],
    ['a year that nobody plans for', '9999-12-31T23:59'],
    ['a Danish date', '11.12.2026'],
    ['words', 'i morgen'],
    ['nothing', ''],
  ])('%s is no time', (_, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test('every quarter of an hour of the months that change reads back as written, or is one of those skipped', () => {
    const skipped: string[] = [];
    for (const [year, month] of [
      [2026, 3],
      [2026, 10],
      [2027, 3],
      [2027, 10],
    ] as const)
      for (let at = DateTime.utc(year, month, 1); at.month === month; at = at.plus({ minutes: 15 })) {
        const text = at.toFormat("yyyy-MM-dd'T'HH:mm");
        const read = parseInstant(text);
        if (read === null) skipped.push(text);
        else expect(DateTime.fromJSDate(read, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")).toBe(text);
      }
    const minutes = ['00', '15', '30', '45'];
    const days = ['2026-03-29', '2027-03-28'];
    expect(skipped).toEqual(days.flatMap((day) => minutes.map((minute) => `${day}T02:${minute}`)));
  });

  test('any instant written with its offset is that instant', () => {
    const at = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(at, fc.constantFrom('utc', zone, 'Asia/Kolkata', 'America/St_Johns'), (date, where) => {
        const text = DateTime.fromJSDate(date, { zone: where }).toISO()!;
        expect(parseInstant(text)?.getTime()).toBe(date.getTime());
      }),
    );
  });
});

describe('a day that somebody joined on', () => {
  test.each(['2015', '2015-06', '2015-06-30', '2028-02-29'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });
  test.each(['2027-02-30', '2015-13', '0000', '20270', '2015-6', '2015-W10', 'x', ''])(
    '%j does not',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('a hearing is open by the clock alone', () => {
  const deadlines = [
    '2026-12-11T12:00',
    '2026-06-11T12:00',
    '2026-03-29T03:00',
    '2026-10-25T02:00',
    '2027-03-28T03:00',
    '2027-10-31T02:00',
  ];

  test.each(deadlines)(
    'one second before %s it is open, at the second itself and after it is not',
    (text) => {
      const deadline = parseInstant(text)!;
      const at = (seconds: number) => isOpen(deadline, new Date(deadline.getTime() + seconds * 1000));
      expect([at(-1), at(0), at(1)]).toEqual([true, false, false]);
    },
  );

  test('an answer in the first of two hours called 02:30 is in time for 02:15, which means the second', () => {
    expect(isOpen(parseInstant('2026-10-25T02:15')!, parseInstant('2026-10-25T02:30+02:00')!)).toBe(true);
  });
});

describe('days are counted as the calendar in Copenhagen counts them', () => {
  test.each([
    ['the same day', '2026-06-01T08:00', '2026-06-01T23:59', 0],
    ['one minute over midnight is a day', '2026-06-01T23:59', '2026-06-02T00:00', 1],
    ['four weeks', '2026-11-02T09:00', '2026-11-30T12:00', 28],
    ['four weeks over the short day in spring', '2026-03-09T12:00', '2026-04-06T12:00', 28],
    ['four weeks over the long day in autumn', '2026-10-05T12:00', '2026-11-02T12:00', 28],
    ['backwards', '2026-06-10T12:00', '2026-06-01T12:00', -9],
    ['late evening in UTC is already tomorrow here', '2026-06-01T22:30Z', '2026-06-02T10:00Z', 0],
  ])('%s', (_, from, to, days) => {
    expect(daysBetween(wall(from), wall(to))).toBe(days);
  });

  test('n days later on the calendar is n days, whatever hour either end has', () => {
    const day = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    const hour = fc.integer({ min: 4, max: 23 });
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), hour, hour, (date, days, one, other) => {
        const from = DateTime.fromJSDate(date, { zone }).set({ hour: one });
        const to = from.plus({ days }).set({ hour: other });
        expect(daysBetween(from.toJSDate(), to.toJSDate()) + 0).toBe(days);
      }),
    );
  });
});

describe('a hearing across July is seen', () => {
  test.each([
    ['ends on the last second of June', '2026-06-01T12:00', '2026-06-30T23:59:59', false],
    ['ends in July', '2026-06-08T12:00', '2026-07-06T12:00', true],
    ['begins in July', '2026-07-31T23:59', '2026-08-28T12:00', true],
    ['begins with August', '2026-08-01T00:00', '2026-08-29T12:00', false],
    ['spans July whole', '2026-05-01T12:00', '2026-09-01T12:00', true],
    ['begins on 31 May, when adding months is treacherous', '2026-05-31T12:00', '2026-06-30T12:00', false],
    ['spans a whole year', '2026-08-01T12:00', '2027-08-01T12:00', true],
    ['lies in winter, over New Year', '2026-12-01T12:00', '2027-01-15T12:00', false],
    ['is already July here while still June in UTC', '2026-06-30T22:30Z', '2026-06-30T22:45Z', true],
  ])('%s', (_, from, to, touches) => {
    expect(touchesJuly(wall(from), wall(to))).toBe(touches);
  });

  test('as a walk through its days would see it', () => {
    const from = fc.date({ min: new Date('2025-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(from, fc.integer({ min: 0, max: 500 }), (date, days) => {
        const first = DateTime.fromJSDate(date, { zone });
        const months = Array.from({ length: days + 1 }, (_, index) => first.plus({ days: index }).month);
        expect(touchesJuly(date, first.plus({ days }).toJSDate())).toBe(months.includes(7));
      }),
    );
  });
});

describe('a time is shown with what people plan by', () => {
  test.each([
    ['2026-12-11T12:00', 'fredag den 11. december 2026 kl. 12.00', 'Friday 11 December 2026 at 12:00'],
    ['2027-04-14T09:05', 'onsdag den 14. april 2027 kl. 09.05', 'Wednesday 14 April 2027 at 09:05'],
  ])('%s', (text, da, en) => {
    expect([longTime(wall(text), 'da'), longTime(wall(text), 'en')]).toEqual([da, en]);
  });

  test('short in a list and shorter where the day is plain', () => {
    const at = wall('2026-12-11T12:00');
    expect([shortTime(at, 'da'), shortTime(at, 'en')]).toEqual(['11. dec. kl. 12.00', '11 Dec at 12:00']);
    expect([clockTime(at, 'da'), clockTime(at, 'en')]).toEqual(['kl. 12.00', '12:00']);
  });
});
