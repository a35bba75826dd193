import { describe, expect, test } from '@jest/globals';
import {
  bases,
  awaitsChair,
  carriedBy,
  count,
  defaultRule,
  isOvertaken,
  majority,
  thresholds,
  ties,
  type Choice,
  type Rule,
} from '../../../bot/process/vote/vote.ts';
import { expected, rooms, type Room } from '../frame/oracle.ts';

const quorums = [
  [0, 1],
  [1, 4],
  [1, 3],
  [1, 2],
  [2, 3],
  [1, 1],
] as const;

const ballots = (room: Room): Choice[] => [
  ...Array<Choice>(room.for).fill('for'),
  ...Array<Choice>(room.against).fill('against'),
  ...Array<Choice>(room.abstain).fill('abstain'),
  ...Array<Choice>(room.recused).fill('recused'),
];
const members = (room: Room): number => Object.values(room).reduce((sum, one) => sum + one, 0);
const counted = (rule: Rule, room: Room) =>
  count(rule, ballots(room), { entitled: members(room), presentWithoutBallot: room.silent });

const room = (some: Partial<Room>): Room => ({
  for: 0,
  against: 0,
  abstain: 0,
  recused: 0,
  silent: 0,
  absent: 0,
  ...some,
});

describe('every room of up to five members, under every rule, counts as fractions by hand would', () => {
  for (const base of bases)
    for (const threshold of thresholds)
      for (const tie of ties)
        test(`of ${base}, ${threshold}, tie: ${tie}`, () => {
          const wrong: unknown[] = [];
          for (const [share, of] of quorums)
            for (const present of rooms(5)) {
              const rule: Rule = { ...defaultRule, base, threshold, tie, quorum: share / of };
              const is = counted(rule, present);
              const should = expected({ base, threshold, tie, quorum: [share, of] }, present);
              const same =
                is.outcome === should.outcome &&
                is.base === should.base &&
                is.quorumNeeded === should.quorumNeeded;
              if (!same) wrong.push({ share, of, present, is, should });
            }
          expect(wrong.slice(0, 3)).toEqual([]);
        });
});

describe('a majority is what the rule in force says it is', () => {
  const cases: [name: string, rule: Partial<Rule>, room: Partial<Room>, outcome: string, base: number][] = [
    [
      '14 for, 6 against, 2 abstain, 1 recused of 25: 14 > 10',
      {},
      { for: 14, against: 6, abstain: 2, recused: 1, absent: 2 },
      'carried',
      20,
    ],
    [
      'half of the votes cast is not more than half',
      {},
      { for: 10, against: 10, absent: 5 },
      'notCarried',
      20,
    ],
    ['one for and nobody against carries', {}, { for: 1, absent: 24 }, 'carried', 1],
    ['nobody for never carries, though nobody is against', {}, { abstain: 20, absent: 5 }, 'notCarried', 0],
    ['an empty room decides nothing', {}, { absent: 25 }, 'notCarried', 0],
    ['all recused decides nothing', { threshold: '2/3' }, { recused: 5 }, 'notCarried', 0],
    ['an abstention does not count among votes cast', {}, { for: 5, against: 4, abstain: 10 }, 'carried', 9],
    [
      'an abstention weighs against when the base is those present',
      { base: 'present' },
      { for: 5, against: 4, abstain: 10 },
      'notCarried',
      19,
    ],
    [
      'someone present who does not vote weighs against when the base is those present',
      { base: 'present' },
      { for: 5, silent: 5 },
      'notCarried',
      10,
    ],
    [
      'the recused are not among those present',
      { base: 'present' },
      { for: 5, against: 4, recused: 10 },
      'carried',
      9,
    ],
    [
      'the absent weigh against when the base is all members',
      { base: 'members' },
      { for: 12, absent: 13 },
      'notCarried',
      25,
    ],
    [
      '13 of 25 members is a majority of the members',
      { base: 'members' },
      { for: 13, absent: 12 },
      'carried',
      25,
    ],
    ['the recused stay members', { base: 'members' }, { for: 12, recused: 13 }, 'notCarried', 25],
    [
      'two thirds is reached at exactly two thirds',
      { threshold: '2/3' },
      { for: 14, against: 7 },
      'carried',
      21,
    ],
    ['two thirds is missed by one', { threshold: '2/3' }, { for: 13, against: 7 }, 'notCarried', 20],
    [
      'three quarters is reached at exactly three quarters',
      { threshold: '3/4' },
      { for: 15, against: 5 },
      'carried',
      20,
    ],
    ['three quarters is missed by one', { threshold: '3/4' }, { for: 14, against: 5 }, 'notCarried', 19],
    [
      'two thirds of all members',
      { threshold: '2/3', base: 'members' },
      { for: 17, absent: 8 },
      'carried',
      25,
    ],
    [
      'a tie waits for the chair when the rule says so',
      { tie: 'chairDecides' },
      { for: 7, against: 7, abstain: 3 },
      'tied',
      14,
    ],
    ['no votes on either side is no tie', { tie: 'chairDecides' }, { abstain: 5 }, 'notCarried', 0],
    [
      'the chair cannot replace two thirds',
      { tie: 'chairDecides', threshold: '2/3' },
      { for: 7, against: 7 },
      'notCarried',
      14,
    ],
    [
      'the chair cannot replace the members who stayed away',
      { tie: 'chairDecides', base: 'members' },
      { for: 7, against: 7, absent: 1 },
      'notCarried',
      15,
    ],
    [
      'the chair decides a tie among those present when none abstains',
      { tie: 'chairDecides', base: 'present' },
      { for: 7, against: 7, absent: 5 },
      'tied',
      14,
    ],
    [
      'too few present decide nothing, however clear',
      { quorum: 0.5 },
      { for: 12, absent: 13 },
      'inquorate',
      12,
    ],
    ['exactly the quorum is enough', { quorum: 0.5 }, { for: 12, absent: 12 }, 'carried', 12],
    [
      'those present without a ballot count for the quorum',
      { quorum: 0.5 },
      { for: 1, silent: 12, absent: 12 },
      'carried',
      1,
    ],
    [
      'an abstention counts for the quorum',
      { quorum: 0.5 },
      { for: 1, abstain: 12, absent: 12 },
      'carried',
      1,
    ],
    ['the recused do not count for the quorum', { quorum: 0.5 }, { for: 12, recused: 13 }, 'inquorate', 12],
    [
      'a tie without quorum is no tie',
      { quorum: 1, tie: 'chairDecides' },
      { for: 2, against: 2, absent: 1 },
      'inquorate',
      4,
    ],
    [
      'a quorum of 0.1 of 10 is one, whatever binary fractions make of it',
      { quorum: 0.1 },
      { for: 1, absent: 9 },
      'carried',
      1,
    ],
    ['a quorum of 0.07 of 100 is seven', { quorum: 0.07 }, { for: 7, absent: 93 }, 'carried', 7],
  ];

  test.each(cases)('%s', (_, rule, some, outcome, base) => {
    const is = counted({ ...defaultRule, ...rule }, room(some));
    expect(is).toMatchObject({ outcome, base, entitled: members(room(some)) });
  });

  test('the tally names each choice, also those nobody made', () => {
    expect(counted(defaultRule, room({ for: 2, recused: 1 })).tally).toEqual({
      for: 2,
      against: 0,
      abstain: 0,
      recused: 1,
    });
  });

  test('only a tie leaves the decision open', () => {
    expect([
      carriedBy('carried'),
      carriedBy('notCarried'),
      carriedBy('inquorate'),
      carriedBy('tied'),
    ]).toEqual([true, false, false, null]);
  });
});

describe('a tie that the chair has to decide', () => {
  const rule: Rule = { ...defaultRule, tie: 'chairDecides' };
  const vote = (id: string, day: number, rehearsal = false) => ({
    id,
    rehearsal,
    openedAt: new Date(Date.UTC(2027, 0, day)),
    result: counted(rule, room({ for: 1, against: 1 })),
    carried: null,
  });
  const tie = vote('tie', 11);

  test.each([
    ['no other', [], false],
    ['one before it', [vote('before', 10)], false],
    ['one after it', [vote('after', 12)], true],
    ['a rehearsal after it, which decides nothing', [vote('rehearsal', 12, true)], false],
    ['a rehearsal and a vote after it', [vote('rehearsal', 12, true), vote('after', 13)], true],
  ])('is overtaken by a later vote of the case alone: %s', (_, others, overtaken) => {
    expect(isOvertaken(tie, [tie, ...others])).toBe(overtaken);
    expect(awaitsChair(tie, [tie, ...others])).toBe(!overtaken);
  });

  test('of a rehearsal is overtaken by nothing', () => {
    const rehearsed = vote('rehearsal', 11, true);
    expect(isOvertaken(rehearsed, [rehearsed, vote('after', 12)])).toBe(false);
  });
});

describe('the sum that is told', () => {
  const every = thresholds.flatMap((threshold) => bases.map((base) => ({ ...defaultRule, threshold, base })));

  test('comes out as the count does, in every room', () => {
    for (const rule of every)
      for (const one of rooms(5).filter((some) => some.for > 0)) {
        const { outcome, base } = counted(rule, one);
        const told = majority(rule, one.for, base).reached;
        expect({ rule, one, told }).toEqual({ rule, one, told: outcome === 'carried' });
      }
  });

  test.each([
    ['simple', 10, 20, 10, false],
    ['simple', 11, 20, 10, true],
    ['2/3', 14, 21, 14, true],
    ['2/3', 13, 20, 40 / 3, false],
    ['3/4', 15, 20, 15, true],
  ] as const)('%s, %i of %i: %d are needed', (threshold, inFavour, base, needed, reached) => {
    expect(majority({ threshold }, inFavour, base)).toEqual({
      needed,
      strictly: threshold === 'simple',
      reached,
    });
  });
});
