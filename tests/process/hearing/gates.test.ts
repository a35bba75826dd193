import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import {
  findingCodes,
  isRefusal,
  passGate,
  refusalStatus,
  refuse,
  type Finding,
} from '../../../bot/process/frame/refusals.ts';
import { voteGate, type OpenVoteFacts } from '../../../bot/process/vote/opening.ts';
import { actingFor, seatOf, type Named } from '../../../bot/process/vote/seat.ts';
import { da } from '../../../bot/i18n/da/index.ts';
import { en } from '../../../bot/i18n/en/index.ts';

const ready: OpenVoteFacts = {
  rehearsal: false,
  steeringGroup: true,
  inSession: true,
  spring: true,
  rulesConfirmed: true,
  finalVersion: true,
  newestFinal: true,
  entitled: 25,
  openHearings: 0,
  unanswered: 0,
  openVotes: 0,
  decided: false,
  tied: false,
  withoutRepresentative: [],
};
const gate = (some: Partial<OpenVoteFacts>): Finding[] => voteGate({ ...ready, ...some });

/** What is missing, its code, and whether a practice vote is stopped by it too. */
const hard: [what: string, facts: Partial<OpenVoteFacts>, code: string, rehearsal: boolean][] = [
  ['the meeting is not the steering group’s', { steeringGroup: false }, 'notSteeringGroup', true],
  ['the meeting is not in session', { inSession: false }, 'notInSession', true],
  ['no organisation is entitled', { entitled: 0 }, 'noElectorate', true],
  ['another vote is open', { openVotes: 1 }, 'voteAlreadyOpen', true],
  ['the rules of procedure are unconfirmed', { rulesConfirmed: false }, 'rulesUnconfirmed', false],
  ['the document is no final version', { finalVersion: false }, 'notFinalVersion', false],
  ['a newer final version exists', { newestFinal: false }, 'olderVersion', false],
  ['a hearing is still open', { openHearings: 1 }, 'hearingStillOpen', false],
  ['a comment is unanswered', { unanswered: 2 }, 'commentsUnanswered', false],
  ['it was decided before', { decided: true }, 'alreadyDecided', false],
  ['a tie waits for the chair', { tied: true }, 'tieUndecided', false],
];

describe('what stands in the way of a vote', () => {
  test('nothing, when all is in order', () => {
    expect(gate({})).toEqual([]);
  });

  test.each(hard)('%s: no vote, and no reason helps', (_, facts, code) => {
    const findings = gate(facts);
    expect(findings.map((finding) => [finding.code, finding.passable])).toEqual([[code, false]]);
    expect(passGate(findings, 'Vi har travlt')).toMatchObject({ refused: 'gateNotMet', unmet: findings });
  });

  test.each(hard)('%s: does it stop a rehearsal', (_, facts, code, stops) => {
    expect(gate({ ...facts, rehearsal: true }).map((finding) => finding.code)).toEqual(stops ? [code] : []);
  });

  test('another meeting than the spring one asks for a reason, and takes one', () => {
    const findings = gate({ spring: false });
    expect(findings).toEqual([{ code: 'notSpringMeeting', passable: true }]);
    expect(passGate(findings, null)).toMatchObject({ refused: 'reasonNeeded', unmet: findings });
    expect(passGate(findings, 'Udbuddet offentliggøres i november')).toBeNull();
  });

  test('a representative who has left the team is flagged by organisation, and a reason lets the vote open', () => {
    const findings = gate({ withoutRepresentative: ['Aarhus Kommune', 'Region Syddanmark'] });
    const params = { organisations: ['Aarhus Kommune', 'Region Syddanmark'] };
    expect(findings).toEqual([{ code: 'representativeLeft', passable: true, params }]);
    expect(passGate(findings, null)).toMatchObject({ refused: 'reasonNeeded' });
    expect(passGate(findings, 'Stedfortræderne stemmer')).toBeNull();
    expect(gate({ withoutRepresentative: ['Aarhus Kommune'], rehearsal: true })).toEqual([]);
  });

  test('a rehearsal needs no reason for its season', () => {
    expect(gate({ spring: false, rehearsal: true })).toEqual([]);
  });

  test('a draft is called a draft, not an older version', () => {
    expect(gate({ finalVersion: false, newestFinal: false }).map(({ code }) => code)).toEqual([
      'notFinalVersion',
    ]);
  });

  test('everything that is missing is told at once, hard and passable together', () => {
    const all = Object.assign({}, ...hard.map(([, facts]) => facts), {
      spring: false,
      finalVersion: true,
    }) as Partial<OpenVoteFacts>;
    expect(
      gate(all)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(
      [
        ...hard.map(([, , code]) => code).filter((code) => code !== 'notFinalVersion'),
        'notSpringMeeting',
      ].sort(),
    );
  });

  test('nothing a rehearsal is stopped by lets the real vote through', () => {
    const facts = fc.record({
      rehearsal: fc.constant(false),
      steeringGroup: fc.boolean(),
      inSession: fc.boolean(),
      spring: fc.boolean(),
      rulesConfirmed: fc.boolean(),
      finalVersion: fc.boolean(),
      newestFinal: fc.boolean(),
      entitled: fc.nat(3),
      openHearings: fc.nat(1),
      unanswered: fc.nat(1),
      openVotes: fc.nat(1),
      decided: fc.boolean(),
      tied: fc.boolean(),
      withoutRepresentative: fc.subarray(['Aarhus Kommune', 'Region Syddanmark']),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const real = voteGate(given).map(({ code }) => code);
        const practice = voteGate({ ...given, rehearsal: true }).map(({ code }) => code);
        expect(real).toEqual(expect.arrayContaining(practice));
      }),
    );
  });
});

describe('a gate', () => {
  const some = fc.array(fc.record({ code: fc.constantFrom(...findingCodes), passable: fc.boolean() }));
  const reason = fc.constantFrom(undefined, null, '', '   ', '\n', 'Et ekstraordinært møde');

  test('opens exactly when nothing is missing, or when what is missing may be passed and a reason is given', () => {
    fc.assert(
      fc.property(some, reason, (findings, given) => {
        const opens =
          findings.length === 0 || (findings.every(({ passable }) => passable) && Boolean(given?.trim()));
        expect(passGate(findings, given) === null).toBe(opens);
      }),
    );
  });

  test('says all that is missing, never only the first', () => {
    fc.assert(
      fc.property(some, reason, (findings, given) => {
        const refusal = passGate(findings, given);
        if (refusal) expect(refusal.unmet).toEqual(findings);
      }),
    );
  });

  test('asks for a reason only where a reason would help', () => {
    expect(
      passGate(
        [
          { code: 'acrossJuly', passable: true },
          { code: 'versionMissing', passable: false },
        ],
        '',
      )?.refused,
    ).toBe('gateNotMet');
  });
});

describe('a refusal', () => {
  test.each(Object.entries(refusalStatus))(
    '%s is answered %i and has a sentence in both languages',
    (code, status) => {
      expect([400, 401, 403, 404, 409, 415, 429, 503]).toContain(status);
      expect([da, en].map((texts) => (texts as Record<string, string>)[`refusal.${code}`])).toEqual([
        expect.any(String),
        expect.any(String),
      ]);
    },
  );

  test.each(findingCodes)('the finding %s has a sentence in both languages', (code) => {
    expect([da, en].map((texts) => (texts as Record<string, string>)[`finding.${code}`])).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
  });

  test('is told from a result', () => {
    expect([refuse('alreadyExists'), { voteId: '1' }, null, 'refused', undefined].map(isRefusal)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('carries only what it was given', () => {
    expect(refuse('voteClosed')).toEqual({ refused: 'voteClosed' });
    expect(refuse('voteClosed', { closedAt: '2027-04-14T10:00:00Z' })).toEqual({
      refused: 'voteClosed',
      params: { closedAt: '2027-04-14T10:00:00Z' },
    });
  });
});

describe('the seat a person holds in a vote', () => {
  const named = (personId: string, more: Partial<Named> = {}): Named => ({
    personId,
    objectId: null,
    organisationId: 'o',
    left: false,
    ...more,
  });
  const seat = { organisationId: 'o', representative: named('r'), deputy: named('d') };
  const gone = { left: true };
  const elsewhere = { organisationId: 'p' };

  test.each([
    ['the representative', seat, 'r', 'representative'],
    ['the deputy', seat, 'd', 'deputy'],
    ['someone else', seat, 'x', null],
    [
      'someone in an organisation without a seat filled',
      { organisationId: 'o', representative: null, deputy: null },
      'r',
      null,
    ],
    [
      'one who is named as both sits as representative',
      { ...seat, deputy: named('r') },
      'r',
      'representative',
    ],
    ['a representative who has left', { ...seat, representative: named('r', gone) }, 'r', null],
    ['a deputy who has left', { ...seat, deputy: named('d', gone) }, 'd', null],
    ['a deputy who is with another member now', { ...seat, deputy: named('d', elsewhere) }, 'd', null],
  ])('%s', (_, given, person, is) => {
    expect(seatOf(given, person)).toBe(is);
  });

  test('those who act for it are the same, the deputy where the rule allows one', () => {
    const ids = (...of: Parameters<typeof actingFor>) => actingFor(...of).map(({ personId }) => personId);
    expect(ids(seat)).toEqual(['r', 'd']);
    expect(ids(seat, false)).toEqual(['r']);
    expect(ids({ ...seat, representative: named('r', gone) })).toEqual(['d']);
  });
});
