import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import {
  bases,
  choices,
  count,
  defaultRule,
  thresholds,
  ties,
  type Choice,
  type Count,
  type Rule,
} from '../../../bot/process/vote/vote.ts';
import { expected, type Room } from '../frame/oracle.ts';

/** What one member organisation did, and by whose hand. The hand must never matter to the count. */
interface Organisation {
  did: Choice | 'silent' | 'absent';
  by: 'representative' | 'deputy' | 'onBehalf';
}

const organisation: fc.Arbitrary<Organisation> = fc.record({
  did: fc.constantFrom(...choices, 'silent' as const, 'absent' as const),
  by: fc.constantFrom('representative', 'deputy', 'onBehalf'),
});
const partnership = fc.array(organisation, { minLength: 1, maxLength: 120 });
const quorum = fc
  .integer({ min: 1, max: 100 })
  .chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)));
const asked = fc.record({
  base: fc.constantFrom(...bases),
  threshold: fc.constantFrom(...thresholds),
  tie: fc.constantFrom(...ties),
  quorum,
});
type Asked = { base: Rule['base']; threshold: Rule['threshold']; tie: Rule['tie']; quorum: [number, number] };

const rule = ({ quorum: [part, of], ...rest }: Asked): Rule => ({
  ...defaultRule,
  ...rest,
  quorum: part / of,
});
const isChoice = (did: string): did is Choice => (choices as readonly string[]).includes(did);
const counted = (given: Asked, all: Organisation[]): Count =>
  count(rule(given), all.map(({ did }) => did).filter(isChoice), {
    entitled: all.length,
    presentWithoutBallot: all.filter(({ did }) => did === 'silent').length,
  });

function roomOf(all: Organisation[]): Room {
  const room: Room = { for: 0, against: 0, abstain: 0, recused: 0, silent: 0, absent: 0 };
  for (const { did } of all) room[did] += 1;
  return room;
}

const holds = (check: (given: Asked, all: Organisation[]) => void) =>
  fc.assert(fc.property(asked, partnership, check), { numRuns: 400 });
const rank = { carried: 2, tied: 1, notCarried: 0, inquorate: -1 };

describe('whatever the members do', () => {
  test('the outcome is what fractions by hand give', () => {
    holds((given, all) => {
      const { outcome, base, quorumNeeded } = counted(given, all);
      expect({ outcome, base, quorumNeeded }).toEqual(expected(given, roomOf(all)));
    });
  });

  test('one more organisation for the motion never makes the outcome worse for it', () => {
    holds((given, all) => {
      const before = rank[counted(given, all).outcome];
      for (const [index, { did }] of all.entries()) {
        if (did === 'for') continue;
        const after = counted(given, all.with(index, { did: 'for', by: 'representative' }));
        expect(rank[after.outcome]).toBeGreaterThanOrEqual(before);
      }
    });
  });

  test('one more organisation against a motion that was not carried never carries it', () => {
    holds((given, all) => {
      if (counted(given, all).outcome !== 'notCarried') return;
      for (const index of all.keys()) {
        const after = counted(given, all.with(index, { did: 'against', by: 'deputy' }));
        expect(after.outcome).not.toBe('carried');
      }
    });
  });

  test('the order of the ballots does not matter', () => {
    fc.assert(
      fc.property(
        asked,
        partnership.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        (given, [all, mixed]) => {
          expect(counted(given, mixed)).toEqual(counted(given, all));
        },
      ),
    );
  });

  test('a ballot weighs the same from the representative, the deputy or the secretariat on behalf', () => {
    holds((given, all) => {
      const byOthers = all.map(({ did }): Organisation => ({ did, by: 'onBehalf' }));
      expect(counted(given, byOthers)).toEqual(counted(given, all));
    });
  });

  test('the recused are never among those who voted or those present, and always among the members', () => {
    holds((given, all) => {
      const without = all.filter(({ did }) => did !== 'recused');
      const [whole, rest] = [counted(given, all), counted(given, without)];
      expect(whole.present).toBe(rest.present);
      expect(whole.entitled - rest.entitled).toBe(all.length - without.length);
      if (given.base !== 'members') expect(whole.base).toBe(rest.base);
    });
  });

  test('an abstention is not an absence: it is present, and never a vote cast', () => {
    holds((given, all) => {
      const abstaining = all.map((one): Organisation =>
        one.did === 'absent' ? { ...one, did: 'abstain' } : one,
      );
      const [before, after] = [counted(given, all), counted(given, abstaining)];
      expect(after.present - before.present).toBe(all.filter(({ did }) => did === 'absent').length);
      expect(after.tally.for + after.tally.against).toBe(before.tally.for + before.tally.against);
    });
  });

  test('only the tie rule separates "not carried" from "the chair decides", and only on an even vote', () => {
    holds((given, all) => {
      const chair = counted({ ...given, tie: 'chairDecides' }, all);
      const plain = counted({ ...given, tie: 'notCarried' }, all);
      if (chair.outcome !== 'tied') expect(chair.outcome).toBe(plain.outcome);
      else expect([plain.outcome, chair.tally.for]).toEqual(['notCarried', chair.tally.against]);
    });
  });

  test('a stricter threshold never carries what a milder one does not', () => {
    holds((given, all) => {
      const [simple, twoThirds, threeQuarters] = thresholds.map(
        (threshold) => counted({ ...given, threshold, tie: 'notCarried' }, all).outcome === 'carried',
      );
      expect(!threeQuarters || twoThirds).toBe(true);
      expect(!twoThirds || simple).toBe(true);
    });
  });

  test('every ballot is counted once, and nobody is counted twice', () => {
    holds((given, all) => {
      const { tally, entitled, present } = counted(given, all);
      const voted = tally.for + tally.against + tally.abstain + tally.recused;
      expect(voted).toBe(all.filter(({ did }) => isChoice(did)).length);
      expect(entitled).toBe(all.length);
      expect(present).toBe(all.filter(({ did }) => did !== 'recused' && did !== 'absent').length);
    });
  });
});
