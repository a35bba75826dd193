import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import {
  answerState,
  answerStates,
  cameAt,
  commentRef,
  hearingKinds,
  isLate,
  isOpen,
  type AnswerFacts,
  type Position,
} from '../../../bot/process/hearing/hearing.ts';
import {
  mayBeHeard,
  openingGate,
  unansweredOf,
  type OpeningFacts,
} from '../../../bot/process/hearing/opening.ts';
import { versionKinds } from '../../../bot/process/case/version.ts';

interface Said {
  position: Position | null;
  /** Of the answer; without one, of its comments. */
  late: boolean;
  joint: boolean;
  reservation: boolean;
  comments: number;
}
const nothing: Said = { position: null, late: false, joint: false, reservation: false, comments: 0 };
const factsOf = ({ position, late, joint, reservation, comments }: Said): AnswerFacts => ({
  answer: position && { position, late, reservation: reservation ? 'Byrådet skal godkende.' : null },
  filed: comments > 0 ? { handedIn: comments, late: position === null && late } : undefined,
  joint,
});
const facts = (some: Partial<Said>): AnswerFacts => factsOf({ ...nothing, ...some });

describe('in time or late', () => {
  const deadline = new Date('2027-02-10T11:00:00.000Z');
  const after = (ms: number) => new Date(deadline.getTime() + ms);

  test.each([
    ['a millisecond before the deadline is in time', -1, false],
    ['the deadline itself is too late', 0, true],
    ['a millisecond after it is late', 1, true],
  ])('%s', (_, ms, late) =>
    expect([isLate(deadline, after(ms)), isOpen(deadline, after(ms))]).toEqual([late, !late]),
  );

  test('a mail came when it says that it came, and never later than now', () => {
    expect(cameAt(after(-1), deadline)).toEqual(after(-1));
    expect(cameAt(after(1), deadline)).toEqual(deadline);
    expect(cameAt(null, deadline)).toEqual(deadline);
  });
});

describe('an answer is one of six different things', () => {
  const cases: [name: string, facts: Partial<Said>, open: string, closed: string][] = [
    ['nobody said anything', {}, 'silent', 'silent'],
    ['the staff commented, the contact has not submitted', { comments: 3 }, 'silent', 'withRemarks'],
    [
      'the staff commented too late, the contact never submitted',
      { comments: 1, late: true },
      'silent',
      'late',
    ],
    ['submitted with remarks', { position: 'withRemarks', comments: 2 }, 'withRemarks', 'withRemarks'],
    ['submitted without remarks', { position: 'noRemarks' }, 'noRemarks', 'noRemarks'],
    ['submitted after the deadline', { position: 'withRemarks', late: true }, 'late', 'late'],
    ['no remarks, after the deadline', { position: 'noRemarks', late: true }, 'late', 'late'],
    ['submitted with others', { position: 'withRemarks', joint: true }, 'joint', 'joint'],
    ['no remarks, with others', { position: 'noRemarks', joint: true }, 'joint', 'joint'],
    [
      'with a political reservation',
      { position: 'withRemarks', reservation: true },
      'reservation',
      'reservation',
    ],
    [
      'no remarks but a political reservation',
      { position: 'noRemarks', reservation: true },
      'reservation',
      'reservation',
    ],
    ['with others, late', { position: 'withRemarks', joint: true, late: true }, 'late', 'late'],
    [
      'with others and a reservation',
      { position: 'withRemarks', joint: true, reservation: true },
      'joint',
      'joint',
    ],
    ['with a reservation, late', { position: 'noRemarks', reservation: true, late: true }, 'late', 'late'],
  ];

  test.each(cases)('%s', (_, some, open, closed) => {
    expect([answerState(facts(some), true), answerState(facts(some), false)]).toEqual([open, closed]);
  });

  test('each of the six can happen', () => {
    const seen = new Set(cases.flatMap(([, , open, closed]) => [open, closed]));
    expect([...seen].sort()).toEqual([...answerStates].sort());
  });

  const any: fc.Arbitrary<Said> = fc.record({
    position: fc.constantFrom(null, 'withRemarks' as const, 'noRemarks' as const),
    late: fc.boolean(),
    joint: fc.boolean(),
    reservation: fc.boolean(),
    comments: fc.nat(50),
  });

  test('a submitted answer says the same before and after the deadline', () => {
    fc.assert(
      fc.property(any, (given) => {
        fc.pre(given.position !== null);
        expect(answerState(factsOf(given), true)).toBe(answerState(factsOf(given), false));
      }),
    );
  });

  test('silent means that nothing stands from the organisation, once the deadline is past', () => {
    fc.assert(
      fc.property(any, (given) => {
        const silent = answerState(factsOf(given), false) === 'silent';
        expect(silent).toBe(given.position === null && given.comments === 0);
      }),
    );
  });

  test('an answer that came too late is never shown as one in time', () => {
    fc.assert(
      fc.property(any, (given) => {
        fc.pre(given.late && (given.position !== null || given.comments > 0));
        expect(answerState(factsOf(given), false)).toBe('late');
      }),
    );
  });
});

const ready: OpeningFacts = {
  kind: 'internal',
  hasVersion: true,
  opensAt: new Date('2026-11-02T09:00:00+01:00'),
  deadline: new Date('2026-11-30T12:00:00+01:00'),
  internalHearings: 1,
  openHearings: 0,
  unanswered: 0,
  parties: 12,
  publicPage: true,
};
const gate = (some: Partial<OpeningFacts>): [string, boolean][] =>
  openingGate({ ...ready, ...some }).map(({ code, passable }) => [code, passable]);

describe('what stands in the way of a hearing', () => {
  test.each(hearingKinds)('nothing, when all is in order: %s', (kind) => {
    expect(gate({ kind })).toEqual([]);
  });

  test.each(hearingKinds)('without a document, no %s hearing', (kind) => {
    expect(gate({ kind, hasVersion: false })).toEqual([['versionMissing', false]]);
  });

  test.each([
    ['no internal hearing was held', { internalHearings: 0 }, 'internalHearingMissing'],
    ['a hearing is still open', { openHearings: 1 }, 'hearingStillOpen'],
    ['a comment is unanswered', { unanswered: 1 }, 'commentsUnanswered'],
    ['no party is listed', { parties: 0 }, 'partiesMissing'],
    ['the public page cannot be reached', { publicPage: false }, 'publicPageMissing'],
  ] as [string, Partial<OpeningFacts>, string][])('industry: %s, and no reason helps', (_, some, code) => {
    expect(gate({ ...some, kind: 'industry' })).toEqual([[code, false]]);
    expect(gate({ ...some, kind: 'internal' })).toEqual([]);
  });

  test('everything that is missing is told at once', () => {
    const missing = {
      hasVersion: false,
      internalHearings: 0,
      openHearings: 1,
      unanswered: 7,
      parties: 0,
      publicPage: false,
    };
    const july = { opensAt: new Date('2026-07-01T09:00:00Z'), deadline: new Date('2026-07-08T10:00:00Z') };
    expect(gate({ kind: 'industry', ...missing, ...july })).toHaveLength(8);
  });

  test('how many comments are unanswered is said', () => {
    expect(openingGate({ ...ready, kind: 'industry', unanswered: 7 })[0]?.params).toEqual({ count: 7 });
  });

  test.each([
    ['28 days', '2026-11-30T00:00:00+01:00', []],
    ['27 days', '2026-11-29T23:59:59+01:00', [['shortHearing', true]]],
    ['a deadline that is not known yet', null, []],
  ] as [string, string | null, unknown[]][])('%s', (_, deadline, findings) => {
    expect(gate({ deadline: deadline ? new Date(deadline) : null })).toEqual(findings);
  });

  test('a short hearing says how long it is and how long it should be', () => {
    const short = openingGate({ ...ready, deadline: new Date('2026-11-12T12:00:00+01:00') });
    expect(short).toEqual([{ code: 'shortHearing', passable: true, params: { days: 10, least: 28 } }]);
  });

  test('across July needs a reason, however long', () => {
    const summer = {
      opensAt: new Date('2026-06-15T09:00:00+02:00'),
      deadline: new Date('2026-08-15T12:00:00+02:00'),
    };
    expect(gate(summer)).toEqual([['acrossJuly', true]]);
  });

  test('the length can be passed with a reason, nothing else can', () => {
    const facts = fc.record({
      kind: fc.constantFrom(...hearingKinds),
      hasVersion: fc.boolean(),
      opensAt: fc.constant(ready.opensAt),
      deadline: fc.option(fc.date({ min: ready.opensAt, max: new Date('2027-12-31'), noInvalidDate: true })),
      internalHearings: fc.nat(2),
      openHearings: fc.nat(2),
      unanswered: fc.nat(2),
      parties: fc.nat(2),
      publicPage: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const passable = openingGate(given).filter((finding) => finding.passable);
        expect(['shortHearing', 'acrossJuly']).toEqual(
          expect.arrayContaining(passable.map(({ code }) => code)),
        );
      }),
    );
  });
});

describe('what a hearing is about', () => {
  test.each([
    ['internal', ['proposal', 'final']],
    ['industry', ['proposal', 'final']],
    ['workingGroup', [...versionKinds]],
    ['termsOfReference', [...versionKinds]],
  ] as const)('%s: %j', (kind, documents) => {
    expect(versionKinds.filter((one) => mayBeHeard(kind, 'revision', one))).toEqual(documents);
  });

  test('comments of a hearing that is open are counted nowhere', () => {
    const hearings = [
      { id: 'closed', kind: 'internal' as const, deadline: new Date('2026-11-30T11:00:00Z') },
      { id: 'open', kind: 'workingGroup' as const, deadline: new Date('2026-12-30T11:00:00Z') },
      { id: 'answered', kind: 'internal' as const, deadline: new Date('2026-10-30T11:00:00Z') },
    ];
    const waiting = new Map([
      ['closed', 3],
      ['open', 5],
      ['another case’s', 7],
    ]);
    expect(unansweredOf(hearings, waiting, new Date('2026-12-01T11:00:00Z'))).toBe(3);
    expect(unansweredOf(hearings, waiting, new Date('2026-12-30T11:00:00Z'))).toBe(8);
  });
});

describe("a comment's name", () => {
  test.each([
    [12, 34, 'H12-034'],
    [1, 1, 'H1-001'],
    [7, 999, 'H7-999'],
    [7, 1000, 'H7-1000'],
  ])('hearing %i, comment %i is %s', (hearing, number, ref) => {
    expect(commentRef(hearing, number)).toBe(ref);
  });

  test('is no other comment’s name', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 99_999 }));
    fc.assert(
      fc.property(pair, pair, (one, other) => {
        fc.pre(one[0] !== other[0] || one[1] !== other[1]);
        expect(commentRef(...one)).not.toBe(commentRef(...other));
      }),
    );
  });

  test('sorts in the order the comments came, up to the thousandth', () => {
    const refs = Array.from({ length: 999 }, (_, index) => commentRef(3, index + 1));
    expect(refs.toSorted()).toEqual(refs);
  });
});
