import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import { revision, revisionRef, revisionStates } from '../../../bot/process/case/revision.ts';
import { tracks } from '../../../bot/process/case/track.ts';
import { repeatedClause, versionKinds } from '../../../bot/process/case/version.ts';

const { stages, afterVersion, afterVote, hasGroup, goalOf } = revision;

describe('where a document moves its revision', () => {
  test.each([
    ['planned', 'proposal', 'developing'],
    ['preparing', 'proposal', 'developing'],
    ['returned', 'proposal', 'developing'],
    ['developing', 'proposal', 'developing'],
    ['industryHearing', 'proposal', 'industryHearing'],
    ['finalising', 'proposal', 'finalising'],
    ['planned', 'final', 'finalising'],
    ['preparing', 'final', 'finalising'],
    ['returned', 'final', 'finalising'],
    ['developing', 'final', 'finalising'],
    ['decision', 'final', 'decision'],
    ['planned', 'termsOfReference', 'preparing'],
    ['planned', 'backgroundReport', 'preparing'],
    ['developing', 'backgroundReport', 'developing'],
  ] as const)('%s, and a new %s: %s', (state, kind, after) => {
    expect(afterVersion(state, kind)).toBe(after);
  });

  test.each(['approved', 'published', 'rejected', 'onHold', 'withdrawn'] as const)(
    'none moves one that is %s',
    (state) => {
      expect(versionKinds.map((kind) => afterVersion(state, kind))).toEqual(versionKinds.map(() => state));
    },
  );

  test('a document never moves a revision backwards on the line of stages', () => {
    for (const state of stages)
      for (const kind of versionKinds)
        expect(stages.indexOf(afterVersion(state, kind))).toBeGreaterThanOrEqual(stages.indexOf(state));
  });
});

describe('a revision', () => {
  test('goes through nine stages, and stops at four others', () => {
    expect(stages).toHaveLength(9);
    expect(revisionStates.slice(9)).toEqual(['returned', 'rejected', 'onHold', 'withdrawn']);
  });

  test('is approved when its vote is carried and sent back when not', () => {
    expect([afterVote(true), afterVote(false)]).toEqual(['approved', 'returned']);
  });

  test('has a working group, but for a correction', () => {
    const own = { goalNumber: 10, year: 2027 };
    expect(tracks.map((track) => hasGroup({ ...own, track }))).toEqual([true, true, false]);
  });

  test('is about one goal, or one that has no number yet', () => {
    const own = { track: 'develop', year: 2027 } as const;
    expect([10, null].map((goalNumber) => goalOf({ ...own, goalNumber }))).toEqual([10, null]);
  });

  test.each([
    [2027, 1, 'POGI-2027-01'],
    [2027, 12, 'POGI-2027-12'],
    [2027, 123, 'POGI-2027-123'],
  ])('of %i, number %i, is quoted %s', (year, number, ref) => {
    expect(revisionRef(year, number)).toBe(ref);
  });
});

describe('a clause number stands once in a document', () => {
  const numbered = (numbers: string[]) => repeatedClause(numbers.map((number) => ({ number })));

  test.each([
    ['no clauses', [], null],
    ['three ways of numbering', ['10.f', '5.a', '1.1'], null],
    ['one twice', ['10.f', '5.a', '10.f'], '10.f'],
    ['two twice: the first repeated', ['1', '2', '2', '1'], '2'],
    ['1.1 is not 1.10', ['1.1', '1.10'], null],
  ])('%s', (_, numbers, repeated) => {
    expect(numbered(numbers)).toBe(repeated);
  });

  test('a repeated one is found wherever it stands', () => {
    const numbers = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(numbers, fc.nat(), fc.nat(), (all, which, where) => {
        const one = all[which % all.length]!;
        expect(numbered(all)).toBeNull();
        expect(numbered(all.toSpliced(where % (all.length + 1), 0, one))).toBe(one);
      }),
    );
  });
});
