import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageScript } from '../help.ts';

type Words = Record<string, string>;
interface Text {
  languages: { da: Words; en: Words };
  setLocale(locale: string): void;
  tr(key: string, params?: object): string;
  clockTime(iso: string): string;
  dayOf(iso: string | number | Date): string;
  dayAndTime(iso: string): string;
  longDay(iso: string): string;
  shortTime(iso: string, now: string): string;
}
interface Wall {
  copenhagen(wall: string): number;
  wallTime(iso: string | number): string;
}
let text: Text;
let wall: Wall;
let initials: (name: string) => string;
beforeAll(async () => {
  text = await pageScript('text.js');
  wall = await pageScript('wallTime.js');
  ({ initials } = await pageScript<{ initials: typeof initials }>('chat/avatar.js'));
});
afterEach(() => text.setLocale('da'));

describe('the page’s words', () => {
  test('are there in both languages, with the same places to fill in', () => {
    const { da, en } = text.languages;
    const places = (words: Words) =>
      Object.entries(words).map(([key, said]) => [key, (said.match(/\{\w+\}/g) ?? []).toSorted()]);
    expect(places(en)).toEqual(places(da));
  });

  test('are plain facts: none is empty, none shouts', () => {
    for (const words of Object.values(text.languages))
      for (const said of Object.values(words)) {
        expect(said.trim()).not.toBe('');
        expect(said).not.toContain('!');
      }
  });

  test('change with the language, and what is filled in stays as it is', () => {
    expect(text.tr('members', { n: 19 })).toBe('19 deltagere');
    text.setLocale('en');
    expect(text.tr('members', { n: 19 })).toBe('19 members');
    expect(text.tr('goAs', { name: '{n} <b>' })).toBe('Go there as {n} <b>');
  });

  test('that are missing are seen as missing, not as nothing', () => {
    expect(text.tr('no.such.word')).toBe('no.such.word');
    expect(text.tr('members')).toBe(' deltagere');
  });
});

describe('times on the page', () => {
  test.each([
    ['2027-01-11T08:00:00Z', '09.00', '2027-01-11'],
    ['2027-07-11T08:00:00Z', '10.00', '2027-07-11'],
    ['2027-07-11T22:30:00Z', '00.30', '2027-07-12'],
    ['2026-12-31T23:30:00Z', '00.30', '2027-01-01'],
  ])('%s is %s in Copenhagen, on the day %s there', (iso, time, day) => {
    expect([text.clockTime(iso), text.dayOf(iso)]).toEqual([time, day]);
  });

  test('of today are told by the clock, of another day by the date', () => {
    const now = '2027-01-11T12:00:00Z';
    expect(text.shortTime('2027-01-11T08:05:00Z', now)).toBe('09.05');
    expect(text.shortTime('2027-01-10T22:59:00Z', now)).toBe('10. jan.');
    expect(text.shortTime('2027-01-10T23:01:00Z', now)).toBe('00.01');
  });

  test('name the day in the reader’s language', () => {
    expect(text.longDay('2027-05-06T11:00:00Z')).toBe('torsdag den 6. maj 2027');
    text.setLocale('en');
    expect(text.longDay('2027-05-06T11:00:00Z')).toMatch(/^Thursday,? 6 May 2027$/);
  });
});

describe('setting the clock to a wall time', () => {
  test.each([
    ['2027-01-11T09:00', '2027-01-11T08:00:00.000Z'],
    ['2027-07-11T09:00', '2027-07-11T07:00:00.000Z'],
    ['2027-03-28T01:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
    ['2027-01-01T00:00', '2026-12-31T23:00:00.000Z'],
  ])('%s in Copenhagen is %s', (said, iso) => {
    expect(new Date(wall.copenhagen(said)).toISOString()).toBe(iso);
  });

  test('what is set is what the wall then shows, in any minute of any year', () => {
    const minutes = fc.integer({ min: Date.UTC(2020, 0) / 60_000, max: Date.UTC(2040, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const shown = wall.wallTime(minute * 60_000);
        expect(wall.wallTime(wall.copenhagen(shown))).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });

  test('looks as a field for date and time wants it, whatever the language', () => {
    for (const locale of ['da', 'en']) {
      text.setLocale(locale);
      expect(wall.wallTime('2027-01-11T08:05:00Z')).toBe('2027-01-11T09:05');
    }
  });
});

describe('initials', () => {
  test.each([
    ['Aarhus Kommune', 'AK'],
    ['Københavns Kommune, Økonomi', 'KK'],
    ['Miljø- og Fødevareministeriet', 'MF'],
    ['Ældre og Å', 'ÆÅ'],
    ['sekretariatet', 'S'],
    ['POGI', 'P'],
  ])('of %s are %s', (name, letters) => {
    expect(initials(name)).toBe(letters);
  });
});
