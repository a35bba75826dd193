import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { mostAttempts, retryDelay } from '../../../bot/process/reach/messages.ts';

const attempt = fc.integer({ min: 1, max: mostAttempts });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('a message that was put off waits before it is tried again', () => {
  test('at least as long as the platform asked', () => {
    fc.assert(
      fc.property(attempt, fc.nat(600_000), random, (tries, asked, chance) => {
        expect(retryDelay(tries, asked, chance)).toBeGreaterThanOrEqual(asked);
      }),
    );
  });

  test('never less than half a second, never more than a minute beyond what was asked', () => {
    fc.assert(
      fc.property(attempt, fc.option(fc.nat(600_000)), random, (tries, asked, chance) => {
        const own = retryDelay(tries, asked, chance) - (asked ?? 0);
        expect(own).toBeGreaterThanOrEqual(500);
        expect(own).toBeLessThanOrEqual(60_000);
      }),
    );
  });

  test('longer the more often it was tried, with the same luck', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: mostAttempts - 1 }), random, (tries, chance) => {
        expect(retryDelay(tries + 1, null, chance)).toBeGreaterThanOrEqual(retryDelay(tries, null, chance));
      }),
    );
  });

  test('not all for the same time, so that they do not come back together', () => {
    expect(new Set([0, 0.25, 0.5, 0.75].map((chance) => retryDelay(3, null, chance))).size).toBe(4);
  });

  test('a platform that asks for a time in the past is not believed', () => {
    expect(retryDelay(1, -5_000, 0)).toBe(retryDelay(1, null, 0));
  });
});
