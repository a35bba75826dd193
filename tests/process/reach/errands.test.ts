import { describe, expect, test } from '@jest/globals';
import { againAfter, errandKinds, reasonsOf, standingOf } from '../../../bot/process/reach/errands.ts';
import { whyNot } from '../../../bot/views/reach/errands.ts';

const at = new Date('2027-01-01T12:00:00Z');

describe('an errand', () => {
  test.each([
    ['has been asked for and not come about yet', { wanted: 2, done: 1, failedAt: null }, 'waiting'],
    ['has come about', { wanted: 2, done: 2, failedAt: null }, 'done'],
    ['failed before it came about', { wanted: 1, done: 0, failedAt: at }, 'failed'],
    ['came about, and was found gone', { wanted: 1, done: 1, failedAt: at }, 'failed'],
  ])('that %s', (_, errand, standing) => expect(standingOf(errand)).toBe(standing));

  test.each(errandKinds)('of the kind %s has a sentence for each reason it may fail for', (kind) => {
    for (const failure of reasonsOf(kind)) {
      const failed = { kind, failure, failedAt: at } as unknown as Parameters<typeof whyNot>[0];
      const said = whyNot(failed, { ref: '12/2027' });
      expect(said?.da).toBeTruthy();
      expect(said?.en).toBeTruthy();
    }
  });

  test.each(errandKinds)('of the kind %s is tried again by itself where nobody answered', (kind) => {
    const passing = reasonsOf(kind).filter((failure) => againAfter(kind, { failure }) !== null);
    expect(passing.length).toBeGreaterThan(0);
  });

  test('that failed for a reason that this program does not know waits for somebody', () =>
    expect(againAfter('event', { failure: 'of a later program' })).toBeNull());
});
