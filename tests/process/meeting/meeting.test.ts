import { describe, expect, test } from '@jest/globals';
import { liesBehind, mayCancel, notToCome } from '../../../bot/process/meeting/meeting.ts';
import { canBeHeld, mayBegin } from '../../../bot/process/meeting/session.ts';

const now = new Date('2027-05-12T11:00:00Z');
const later = { startsAt: now, endsAt: new Date('2027-05-12T12:00:00Z'), cancelledAt: null };
const over = { ...later, endsAt: now };
const cancelled = { ...later, cancelledAt: new Date('2027-05-01T09:00:00Z') };

describe('a meeting', () => {
  test.each([
    ['is to come until its last moment', later, null],
    ['is over at that moment', over, 'meetingHeld'],
    ['that is cancelled is none to come', cancelled, 'meetingCancelled'],
  ] as const)('%s', (_, meeting, code) => {
    expect(notToCome(meeting, now)?.refused ?? null).toBe(code);
  });

  test.each([
    ['to come', later, false, false],
    ['over', over, false, true],
    ['over by the clock, and still in session', over, true, false],
    ['cancelled', cancelled, false, true],
  ] as const)('%s lies behind or does not', (_, meeting, inSession, behind) => {
    expect(liesBehind(meeting, inSession, now)).toBe(behind);
  });

  test.each([
    ['to come may be cancelled', later, {}, null],
    ['in session may not', later, { session: true, held: true }, 'sessionOpen'],
    ['that was in session may not', later, { held: true }, 'meetingHeld'],
    ['that is over may not', over, {}, 'meetingHeld'],
    ['that is cancelled is', cancelled, {}, 'meetingCancelled'],
  ] as const)('%s', (_, meeting, some, code) => {
    expect(mayCancel(meeting, { session: false, held: false, ...some }, now)?.refused ?? null).toBe(code);
  });

  test('can be held for as long as nobody is told that it was', () => {
    for (let hours = 0; hours < 60; hours += 1) {
      const at = new Date(later.endsAt.getTime() + hours * 3600_000);
      expect(canBeHeld(later, at)).toBe(mayBegin(later, at)?.closer !== 'over');
    }
  });
});
