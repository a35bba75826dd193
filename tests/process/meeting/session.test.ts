import { describe, expect, test } from '@jest/globals';
import {
  goesOn,
  isDue,
  isInSession,
  mayGoOn,
  overSince,
  type Session,
} from '../../../bot/process/meeting/session.ts';

const at = (clock: string): Date => new Date(`2027-05-12T${clock}:00Z`);
/** From ten to twelve, opened a little before. */
const planned = { startsAt: at('10:00'), endsAt: at('12:00') };
const session: Session = { openedAt: at('09:50'), endedAt: null, overAt: null };
const over = { ...session, overAt: at('11:30') };
const ended = { ...session, endedAt: at('12:05') };

describe('a meeting whose end nobody told', () => {
  test('is in session as long as it was planned and some hours more, and no longer', () => {
    expect(isInSession(session, planned, at('17:00'))).toBe(true);
    expect(isInSession(session, planned, at('18:10'))).toBe(false);
    expect(isInSession(session, planned, new Date('2027-06-04T10:00:00Z'))).toBe(false);
  });

  test('is something for the clock to end then, and not before', () => {
    expect(isDue(session, planned, at('17:49'))).toBe(false);
    expect(isDue(session, planned, at('17:50'))).toBe(true);
    expect(overSince(session, planned, at('19:00'))).toEqual(at('17:50'));
  });

  test('opened for a rehearsal weeks before, is over the same day', () => {
    const early = { ...session, openedAt: new Date('2027-04-20T09:00:00Z') };
    expect(isInSession(early, planned, new Date('2027-04-20T12:00:00Z'))).toBe(true);
    expect(isInSession(early, planned, new Date('2027-04-21T09:00:00Z'))).toBe(false);
  });

  test('that lasts for two days may', () => {
    const long = { startsAt: at('10:00'), endsAt: new Date('2027-05-13T15:00:00Z') };
    expect(isInSession(session, long, new Date('2027-05-13T14:00:00Z'))).toBe(true);
  });
});

describe('a meeting that is over while a vote is open', () => {
  test('takes ballots for a moment more, so that those in the room finish', () => {
    expect([isInSession(over, planned, at('11:44')), isInSession(over, planned, at('11:45'))]).toEqual([
      true,
      false,
    ]);
    expect(overSince(over, planned, at('12:30'))).toEqual(at('11:30'));
  });

  test('begins nothing new', () => {
    expect(goesOn(over, planned, at('11:35'))).toBe(false);
    expect(goesOn(session, planned, at('11:35'))).toBe(true);
  });

  test('goes on when it is begun again that day, and is another one later', () => {
    expect(mayGoOn(over, planned, at('13:00'))).toBe(true);
    expect(mayGoOn(over, planned, new Date('2027-06-04T10:00:00Z'))).toBe(false);
  });
});

test('what has ended is over, whatever the clock says', () => {
  expect(isInSession(ended, planned, at('10:30'))).toBe(false);
  expect(mayGoOn(ended, planned, at('12:10'))).toBe(false);
  expect(isDue(ended, planned, at('23:00'))).toBe(false);
  expect(overSince(ended, planned, at('12:06'))).toEqual(at('12:05'));
});
