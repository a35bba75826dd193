import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acts } from '../../../bot/acts/index.ts';
import { views } from '../../../bot/views/index.ts';

const right = '2027-03-01T12:00:00+01:00';
const day = '2027-03-01';

/** A field as it is asked: alone, or one of a list. */
interface Field {
  name: string;
  takes(value: unknown): boolean;
}
const ofSchema = (owner: string, schema: any): Field[] =>
  Object.entries<any>(schema?.shape ?? {}).flatMap(([name, field]) => [
    { name: `${owner}.${name}`, takes: (value) => field.safeParse(value).success },
    { name: `${owner}.${name}[]`, takes: (value) => field.safeParse([value]).success },
  ]);
const fields = [
  ...Object.entries(acts).flatMap(([name, { input }]) => ofSchema(name, input)),
  ...Object.entries(views).flatMap(([name, { query }]) => ofSchema(name, query)),
];
const thatTake = (value: unknown): Field[] =>
  fields.filter((one) => one.takes(value) && !one.takes('sludder'));
const moments = thatTake(right);
const days = thatTake(day);
const years = fields.filter(({ name, takes }) => /year/i.test(name) && takes(2027));
const named = (all: Field[]): [string, Field][] => all.map((one) => [one.name, one]);

const two = (n: number): string => String(n).padStart(2, '0');
const offsets = fc
  .tuple(
    fc.constantFrom('+', '-'),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 0, max: 99 }),
    fc.boolean(),
  )
  .filter(([sign, h, m]) => m > 59 || h * 60 + m > (sign === '+' ? 14 : 12) * 60)
  .map(([sign, h, m, colon]) => `${sign}${two(h)}${colon ? ':' : ''}${two(m)}`);
const wrongYears = fc
  .integer({ min: 0, max: 9999 })
  .filter((year) => year < 1900 || year > 2199)
  .map((year) => String(year).padStart(4, '0'));
const noDays = fc.constantFrom(
  '2027-02-30',
  '2027-13-01',
  '2027-00-10',
  '2027-04-31',
  '2026-02-29',
  '2027-01-00',
);

test('there are acts that take a time, a day and a year, alone and in lists', () => {
  const names = [moments, days, years].map((all) => all.map(({ name }) => name));
  expect(names[0]).toEqual(
    expect.arrayContaining(['openHearing.deadline', 'openPoll.slots[]', 'answerPoll.slots[]']),
  );
  expect(names[1]).toEqual(expect.arrayContaining(['findTime.from', 'registerMember.joined']));
  expect(names[2]).toContain('startRevision.year');
});

describe('a time that does not exist is refused', () => {
  const refuses = (field: Field, wrong: fc.Arbitrary<unknown>): void =>
    fc.assert(
      fc.property(wrong, (value) => {
        expect([value, field.takes(value)]).toEqual([value, false]);
      }),
      { numRuns: 60 },
    );

  test.each(named(moments))('as %s: an offset that no place has', (_, field) => {
    refuses(
      field,
      offsets.map((offset) => `2027-03-01T12:00:00${offset}`),
    );
  });

  test.each(named(moments))('as %s: a year that nobody means, a day that is in no calendar', (_, field) => {
    refuses(
      field,
      fc
        .oneof(
          wrongYears.map((year) => `${year}-03-01`),
          noDays,
        )
        .chain((date) => fc.constantFrom(`${date}T12:00`, `${date}T12:00Z`, `${date}T12:00:00+01:00`)),
    );
  });

  test.each(named(days))('as %s: a year that nobody means, a day that is in no calendar', (_, field) => {
    refuses(
      field,
      fc.oneof(
        wrongYears.map((year) => `${year}-03-01`),
        noDays,
      ),
    );
  });

  test.each(named(years))('as %s: a year outside of all plans', (_, field) => {
    const outside = fc.oneof(
      fc.integer({ max: 1999 }),
      fc.integer({ min: 2101 }),
      fc.double({ noInteger: true }),
    );
    refuses(field, outside);
  });
});
