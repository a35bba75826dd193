import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { away } from '../../../tab/src/frame/away.ts';
import { fieldOf, fieldTime, wall } from '../../../tab/src/frame/dateField.ts';
import * as time from '../../../tab/src/frame/time.ts';

describe('everybody reads the time in Copenhagen', () => {
  test.each([
    ['2026-12-11T11:00:00Z', 'fredag den 11. december 2026 kl. 12.00', 'Friday 11 December 2026 at 12:00'],
    ['2026-07-01T10:00:00Z', 'onsdag den 1. juli 2026 kl. 12.00', 'Wednesday 1 July 2026 at 12:00'],
    ['2026-07-31T22:30:00Z', 'lørdag den 1. august 2026 kl. 00.30', 'Saturday 1 August 2026 at 00:30'],
    ['2026-12-31T23:00:00Z', 'fredag den 1. januar 2027 kl. 00.00', 'Friday 1 January 2027 at 00:00'],
    // The night the clocks go back: the same hour twice.
    ['2026-10-25T00:30:00Z', 'søndag den 25. oktober 2026 kl. 02.30', 'Sunday 25 October 2026 at 02:30'],
    ['2026-10-25T01:30:00Z', 'søndag den 25. oktober 2026 kl. 02.30', 'Sunday 25 October 2026 at 02:30'],
    // The night they go forward: an hour that is not there.
    ['2027-03-28T00:59:00Z', 'søndag den 28. marts 2027 kl. 01.59', 'Sunday 28 March 2027 at 01:59'],
    ['2027-03-28T01:00:00Z', 'søndag den 28. marts 2027 kl. 03.00', 'Sunday 28 March 2027 at 03:00'],
  ])('%s', (at, danish, english) => {
    expect(time.long(at, 'da')).toBe(danish);
    expect(time.long(at, 'en')).toBe(english);
  });

  test('in lists a time is short, in a text a day is written out, in the trail seconds count', () => {
    const at = '2026-07-01T22:05:09Z';
    expect([time.short(at, 'da'), time.short(at, 'en')]).toEqual([
      'tors 2. jul. kl. 00.05',
      'Thu 2 Jul, 00:05',
    ]);
    expect([time.date(at, 'da'), time.date(at, 'en')]).toEqual(['2. juli 2026', '2 July 2026']);
    expect([time.stamp(at, 'da'), time.stamp(at, 'en')]).toEqual([
      '02.07.2026, 00.05.09',
      '02/07/2026, 00:05:09',
    ]);
  });
});

describe('a field for a date and a time', () => {
  test('what is typed is read back as it was typed, also in the hour that summer time leaves out', () => {
    expect(wall('2027-03-28T02:30', 'da')).toBe('søndag den 28. marts 2027 kl. 02.30');
    expect(wall('2026-07-01T12:00', 'en')).toBe('Wednesday 1 July 2026 at 12:00');
  });

  test.each(['', 'i morgen', '2026-13-01T12:00'])('what is no time (%j) is not read back as one', (typed) =>
    expect(wall(typed, 'da')).toBe(''),
  );

  test.each([
    ['2026-12-11T11:00:00Z', '2026-12-11T12:00'],
    ['2026-07-01T10:00:00Z', '2026-07-01T12:00'],
    ['2026-12-31T23:30:00Z', '2027-01-01T00:30'],
  ])('%s is %s in it', (at, field) => expect(fieldOf(at)).toBe(field));

  test('some days ahead is that many days in the calendar, across summer time and at any hour', () => {
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2030-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const day = DateTime.fromJSDate(from, { zone: 'Europe/Copenhagen' }).plus({ days }).toISODate();
        expect(fieldTime(from, days)).toBe(`${day}T12:00`);
      }),
      // An hour past midnight the night before the clocks change: a day of 24 hours would miss.
      {
        examples: [
          [new Date('2026-10-09T22:30:00Z'), 28],
          [new Date('2027-03-01T22:30:00Z'), 28],
        ],
      },
    );
  });

  test('a meeting is offered at its own hour', () =>
    expect(fieldTime(new Date('2026-12-01T09:00:00Z'), 14, '9')).toBe('2026-12-15T09:00'));
});

describe('how long is left', () => {
  const now = new Date('2026-12-01T09:42:00Z');
  test.each([
    ['2026-12-01T10:22:00Z', 'om 40 minutter', 'in 40 minutes'],
    ['2026-12-01T09:41:00Z', 'for 1 minut siden', '1 minute ago'],
    ['2026-12-01T14:42:00Z', 'om 5 timer', 'in 5 hours'],
    ['2026-12-02T08:00:00Z', 'i morgen', 'tomorrow'],
    ['2026-12-11T11:00:00Z', 'om 10 dage', 'in 10 days'],
    ['2026-11-30T09:00:00Z', 'i går', 'yesterday'],
    ['2026-12-01T22:59:00Z', 'i dag', 'today'],
  ])('%s', (at, danish, english) => {
    expect(away(at, now, 'da')).toBe(danish);
    expect(away(at, now, 'en')).toBe(english);
  });

  test('days are counted in the calendar of Copenhagen, not in spans of 24 hours', () => {
    // 23 hours that cross midnight twice in the summer, and 25 that do so once when the clocks go back.
    expect(away('2026-07-02T21:59:00Z', new Date('2026-07-01T22:30:00Z'), 'da')).toBe('i dag');
    expect(away('2026-07-02T22:01:00Z', new Date('2026-07-01T22:30:00Z'), 'da')).toBe('i morgen');
    expect(away('2026-10-25T22:59:00Z', new Date('2026-10-24T22:00:00Z'), 'da')).toBe('i dag');
  });
});
