import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { zone } from '../../../bot/process/frame/calendar.ts';
import {
  daysIn,
  earliestStart,
  isChoiceDue,
  isSearchOver,
  periodOf,
  possibleStarts,
  proposeTimes,
  rankTimes,
  schedulingState,
  schedulingStates,
  type Asked,
  type Knowledge,
} from '../../../bot/process/scheduling/scheduling.ts';
import { inSummerBreak, isMeetingDay } from '../../../bot/process/frame/workingDays.ts';

const day = (iso: string): DateTime => DateTime.fromISO(iso, { zone });
const at = (iso: string): Date => DateTime.fromISO(iso, { zone }).toJSDate();
const wall = (date: Date): string => DateTime.fromJSDate(date, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

describe('a day on which people can be asked to meet', () => {
  test.each([
    ['2027-02-01', true, 'a Monday'],
    ['2027-02-06', false, 'a Saturday'],
    ['2027-03-25', false, 'Maundy Thursday'],
    ['2027-03-29', false, 'Easter Monday'],
    ['2027-03-30', true, 'the day after Easter'],
    ['2027-05-06', false, 'Ascension Day'],
    ['2027-04-23', true, 'what was the Great Prayer Day until 2023'],
    ['2028-06-05', false, 'Constitution Day'],
    ['2026-12-24', false, 'Christmas Eve'],
    ['2026-12-31', false, 'New Year’s Eve'],
    ['2027-07-15', false, 'in the summer break'],
    ['2027-08-09', true, 'when schools have begun again'],
  ])('%s: %s, %s', (iso, may) => expect(isMeetingDay(day(iso))).toBe(may));

  test.each([
    ['2026', '2026-06-27', '2026-08-09'],
    ['2027', '2027-06-26', '2027-08-08'],
    ['2028', '2028-06-24', '2028-08-06'],
  ])('in %s the summer break is from the last Saturday of June, six weeks', (_, first, last) => {
    const [from, to] = [day(first), day(last)];
    expect([from.weekday, to.weekday]).toEqual([6, 7]);
    expect([from, to].map(inSummerBreak)).toEqual([true, true]);
    expect([from.minus({ days: 1 }), to.plus({ days: 1 })].map(inSummerBreak)).toEqual([false, false]);
  });
});

describe('the times at which a meeting could begin', () => {
  const week = { fromDay: '2027-02-01', toDay: '2027-02-07', minutes: 120 };

  test('are half hours of working days, and the meeting ends by four', () => {
    const starts = possibleStarts(week, at('2027-01-01')).map(wall);
    expect(starts[0]).toBe('2027-02-01T09:00');
    expect(starts.filter((one) => one.startsWith('2027-02-01')).at(-1)).toBe('2027-02-01T14:00');
    expect(new Set(starts.map((one) => one.slice(0, 10))).size).toBe(5);
  });

  test('leave people a day, and a poll its time', () => {
    const now = at('2027-02-01T10:10');
    expect(possibleStarts(week, earliestStart(now, null)).map(wall)[0]).toBe('2027-02-02T10:30');
    const respondBy = at('2027-02-03T12:00');
    expect(possibleStarts(week, earliestStart(now, respondBy)).map(wall)[0]).toBe('2027-02-04T12:00');
  });

  test('are wall-clock times also across the change to summer time', () => {
    const starts = possibleStarts(
      { fromDay: '2027-03-26', toDay: '2027-03-31', minutes: 60 },
      at('2027-01-01'),
    );
    expect(starts.map(wall)[0]).toBe('2027-03-30T09:00');
    expect(starts[0]!.toISOString()).toBe('2027-03-30T07:00:00.000Z');
  });

  test('count both ends of a period, over the change of the clock too', () => {
    expect(daysIn({ fromDay: '2027-03-27', toDay: '2027-03-29' })).toBe(3);
    const { from, to } = periodOf({ fromDay: '2027-03-28', toDay: '2027-03-28' });
    expect(to.getTime() - from.getTime()).toBe(23 * 3600_000);
  });
});

const person = (personId: string, more: Partial<Asked> = {}): Asked => ({
  personId,
  chair: false,
  readable: true,
  ...more,
});
const nothing: Omit<Knowledge, 'people'> = { taken: [], said: [] };
const ten = at('2027-02-01T10:00');
const one = at('2027-02-01T13:00');

describe('how somebody stands to a time', () => {
  const standing = (known: Partial<Knowledge>, who = person('a')): string =>
    rankTimes([ten], 60, { people: [who], ...nothing, ...known })[0]!.standing.get('a')!;
  const taken = (from: string, to: string, tentative = false) => ({
    taken: [{ personId: 'a', startsAt: at(`2027-02-01T${from}`), endsAt: at(`2027-02-01T${to}`), tentative }],
  });
  const said = (possible: boolean) => ({ said: [{ personId: 'a', startsAt: ten, possible }] });

  test.each([
    ['an empty calendar', {}, 'can'],
    ['an appointment that ends as it begins', taken('09:00', '10:00'), 'can'],
    ['an appointment that begins as it ends', taken('11:00', '12:00'), 'can'],
    ['an appointment in the middle', taken('10:30', '10:45'), 'cannot'],
    ['an appointment around it', taken('08:00', '17:00'), 'cannot'],
    ['a tentative one', taken('10:00', '11:00', true), 'maybe'],
    ['a yes though the calendar is taken', { ...taken('10:00', '11:00'), ...said(true) }, 'can'],
    ['a no though the calendar is free', said(false), 'cannot'],
  ])('%s: %s', (_, known, expected) => expect(standing(known)).toBe(expected));

  test('whose calendar cannot be read is unknown until they answer', () => {
    const far = person('a', { readable: false });
    expect(standing({}, far)).toBe('unknown');
    expect(standing(said(true), far)).toBe('can');
  });
});

describe('the best time', () => {
  const taken = (personId: string, startsAt: Date, tentative = false) => ({
    personId,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 3600_000),
    tentative,
  });
  const first = (known: Knowledge): Date => rankTimes([ten, one], 60, known)[0]!.startsAt;

  test('is one the chair can, before one that more of the others can', () => {
    const people = [person('chair', { chair: true }), person('b'), person('c')];
    const known = { people, said: [], taken: [taken('chair', ten), taken('b', one), taken('c', one)] };
    expect(first(known)).toEqual(one);
  });

  test('is one that fewest cannot, then fewest are unknown at, then fewest tentatively taken, then the earliest', () => {
    const people = [person('a'), person('b', { readable: false })];
    expect(first({ people, ...nothing })).toEqual(ten);
    expect(first({ people, said: [], taken: [taken('a', ten, true)] })).toEqual(one);
    const answered = [{ personId: 'b', startsAt: one, possible: true }];
    expect(first({ people, said: answered, taken: [taken('a', one, true)] })).toEqual(one);
    expect(first({ people, said: answered, taken: [taken('a', one)] })).toEqual(ten);
  });

  test('counts everybody once, whatever is known of them', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const when = fc.constantFrom(ten, one);
    const knowledge = fc.record({
      people: fc.constant(['a', 'b', 'c', 'd'].map((name) => person(name, { readable: name !== 'd' }))),
      taken: fc.array(fc.tuple(id, when, fc.boolean()).map(([who, from, soft]) => taken(who, from, soft))),
      said: fc.array(fc.record({ personId: id, startsAt: when, possible: fc.boolean() })),
    });
    fc.assert(
      fc.property(knowledge, (known) => {
        for (const { counts, standing } of rankTimes([ten, one], 60, known)) {
          expect(standing.size).toBe(4);
          expect(counts.can + counts.maybe + counts.cannot + counts.unknown).toBe(4);
        }
      }),
    );
  });

  test('is proposed once for each half day, and there are twelve at most', () => {
    const span = { fromDay: '2027-02-01', toDay: '2027-02-26', minutes: 60 };
    const times = proposeTimes(span, at('2027-01-01'), { people: [person('a')], ...nothing });
    expect(times).toHaveLength(12);
    const halves = times.map(({ startsAt }) => DateTime.fromJSDate(startsAt, { zone }).toFormat('MM-dd a'));
    expect(new Set(halves).size).toBe(12);
  });
});

test('a search goes from reading to proposed, polling and settled, or is dropped', () => {
  const blank = { readAt: null, failedAt: null, openedAt: null, meetingId: null, droppedAt: null };
  const now = new Date();
  const states = [
    blank,
    { ...blank, failedAt: now },
    { ...blank, readAt: now },
    { ...blank, readAt: now, openedAt: now },
    { ...blank, openedAt: now, droppedAt: now },
    { ...blank, openedAt: now, meetingId: 'm' },
  ].map(schedulingState);
  expect(states).toEqual(['reading', 'proposed', 'proposed', 'polling', 'dropped', 'settled']);
});

describe('a search for a time', () => {
  test.each(schedulingStates)('that is %s goes on until it has led to a meeting or was given up', (state) => {
    expect(isSearchOver(state)).toBe(['settled', 'dropped'].includes(state));
  });

  test.each([
    ['when all have answered', 3, 3, null, true],
    ['when nobody was asked', 0, 0, null, true],
    ['not while somebody has not', 3, 2, null, false],
    ['when the time to answer is up', 3, 2, '2027-02-01T12:00', true],
    ['not before that', 3, 2, '2027-02-01T12:01', false],
  ] as const)('is settled %s', (_, asked, answered, respondBy, due) => {
    const now = at('2027-02-01T12:00');
    expect(isChoiceDue({ asked, answered, respondBy: respondBy && at(respondBy) }, now)).toBe(due);
  });
});
