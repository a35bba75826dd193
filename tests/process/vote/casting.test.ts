import fc from 'fast-check';
import { describe, expect, test } from '@jest/globals';
import type { Presence } from '../../../bot/process/frame/presence.ts';
import {
  declaredBy,
  mayCast,
  mayCastFrom,
  mustHaveBeen,
  toAsk,
  type Casting,
} from '../../../bot/process/vote/casting.ts';
import { casters, choices } from '../../../bot/process/vote/vote.ts';

const at = (clock: string): Date => new Date(`2027-05-12T${clock}:00Z`);
const now = at('11:00');
const planned = { startsAt: at('10:00'), endsAt: at('12:00') };
const session = { openedAt: at('10:00'), endedAt: null, overAt: null };
const named = (personId: string) => ({
  personId,
  objectId: `${personId}-entra`,
  organisationId: 'o',
  left: false,
});
const open: Casting = {
  organisationId: 'o',
  representative: named('r'),
  deputy: named('d'),
  vote: { closedAt: null, rule: { deputies: true } },
  times: [session, planned],
  organisationName: 'Aarhus Kommune',
  representativeName: 'Repræsentanten',
  replaced: false,
  marked: null,
  recorded: false,
  choice: null,
  recused: [],
};
const closed = { vote: { ...open.vote, closedAt: at('10:50') } };
const over = { times: [{ ...session, overAt: at('10:50') }, planned] as Casting['times'] };
const longOver = { times: [{ ...session, overAt: at('10:30') }, planned] as Casting['times'] };
const gone = { representative: { ...named('r'), left: true } };

describe('who may cast an organisation’s ballot', () => {
  test.each<[string, Partial<Casting>, string, string | null]>([
    ['its representative', {}, 'r', null],
    ['its deputy', {}, 'd', null],
    ['not a colleague', {}, 'x', 'notEntitled'],
    ['not a representative who has left', gone, 'r', 'notEntitled'],
    ['the deputy of one who has left', gone, 'd', null],
    [
      'no deputy where the rule allows none',
      { vote: { closedAt: null, rule: { deputies: false } } },
      'd',
      'deputyNotAllowed',
    ],
    ['nobody once the vote is closed', closed, 'r', 'voteClosed'],
    ['nobody of no seat, closed or not', closed, 'x', 'notEntitled'],
    ['whoever is in a meeting that was just over', over, 'r', null],
    ['nobody a quarter of an hour after it was over', longOver, 'r', 'meetingOver'],
    ['not who has declared an interest', { recused: ['r'] }, 'r', 'recusedYourself'],
    ['but their deputy', { recused: ['r'] }, 'd', null],
  ])('%s', (_, some, personId, code) => {
    expect(mayCast({ ...open, ...some }, { personId }, now)?.refused ?? null).toBe(code);
  });

  test('who held the seat until now is told whose it is', () => {
    expect(mayCast({ ...open, replaced: true }, { personId: 'former' }, now)).toMatchObject({
      refused: 'notEntitled',
      closer: 'replaced',
      params: { name: 'Repræsentanten' },
    });
  });

  test('the same declaration again is let through, another choice is not', () => {
    const declared = { ...open, recused: ['r'], choice: 'recused' as const };
    expect(mayCast(declared, { personId: 'r', choice: 'recused' }, now)).toBeNull();
    for (const choice of ['for', 'against', 'abstain'] as const)
      expect(mayCast(declared, { personId: 'r', choice }, now)?.refused).toBe('recusedYourself');
  });
});

describe('where it is cast from', () => {
  const r = { personId: 'r', objectId: 'r-entra' };
  const d = { personId: 'd', objectId: 'd-entra' };
  const marked = { marked: true };
  test.each<[string, Partial<Casting>, typeof r, Record<string, Presence>, string | null]>([
    ['in the meeting', {}, r, { 'r-entra': 'in' }, null],
    ['not from outside it', {}, r, { 'r-entra': 'out' }, 'notInMeeting'],
    ['not where Teams cannot say', {}, r, {}, 'presenceUnknown'],
    ['anywhere once the secretariat has marked it', marked, r, {}, null],
    ['or has recorded a ballot for it', { recorded: true }, r, {}, null],
    ['a mark that says no is none', { marked: false }, r, { 'r-entra': 'out' }, 'notInMeeting'],
    ['by the deputy while the representative is out', marked, d, { 'r-entra': 'out' }, null],
    [
      'not by the deputy while the representative is in',
      marked,
      d,
      { 'r-entra': 'in' },
      'representativePresent',
    ],
    ['not by the deputy while nobody knows', marked, d, {}, 'presenceUnknown'],
    ['by the deputy of whoever is recused', { ...marked, recused: ['r'] }, d, { 'r-entra': 'in' }, null],
    ['by the deputy of whoever has left', { ...marked, ...gone }, d, {}, null],
    ['of a meeting that was over, by whoever had voted', { ...over, choice: 'for' }, r, {}, null],
    ['of a meeting that was over, by nobody else', over, r, { 'r-entra': 'out' }, 'notInMeeting'],
  ])('%s', (_, some, who, said, code) => {
    expect(mayCastFrom({ ...open, ...some }, who, said)?.refused ?? null).toBe(code);
  });

  const some = fc.record({
    marked: fc.constantFrom(null, true, false),
    recorded: fc.boolean(),
    choice: fc.constantFrom(null, ...choices),
    recused: fc.subarray(['r', 'd']),
    representative: fc.constantFrom(named('r'), null, { ...named('r'), left: true }),
    times: fc.constantFrom(open.times, over.times),
  });
  const who = fc.constantFrom(r, d, { personId: 'x', objectId: 'x-entra' });
  const said = fc.dictionary(
    fc.constantFrom('r-entra', 'd-entra', 'x-entra'),
    fc.constantFrom<Presence>('in', 'out', 'unknown'),
  );

  test('nobody is asked of whose answer changes nothing', () => {
    fc.assert(
      fc.property(some, who, said, (given, one, answers) => {
        const of = { ...open, ...given };
        fc.pre(mayCast(of, one, now) === null);
        const asked = toAsk(of, one);
        const heard = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.includes(id)));
        expect(mayCastFrom(of, one, heard)).toEqual(mayCastFrom(of, one, answers));
      }),
    );
  });

  test('what is said before anybody presses is what is said when the call is empty', () => {
    const empty = { 'r-entra': 'out', 'd-entra': 'out', 'x-entra': 'out' } as const;
    fc.assert(
      fc.property(some, who, (given, one) => {
        const of = { ...open, ...given };
        const [ahead, pressed] = [mustHaveBeen(of), mayCastFrom(of, one, empty)];
        if (ahead) expect(pressed).toEqual(ahead);
      }),
    );
  });
});

test('a declaration is somebody’s own: none is recorded for them', () => {
  for (const choice of choices)
    for (const caster of casters)
      expect(declaredBy(choice, caster, 'r')).toEqual(
        choice === 'recused' && caster !== 'secretariat' ? ['r'] : [],
      );
});
