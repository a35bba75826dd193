import type { Outcome, Rule } from '../../../bot/process/vote/vote.ts';

/** Where each member organisation is when a vote closes: its choice, present without one, or away. */
export interface Room {
  for: number;
  against: number;
  abstain: number;
  recused: number;
  silent: number;
  absent: number;
}

/** A share as a fraction of whole numbers, so that nothing here is ever rounded. */
export type Share = readonly [part: number, of: number];

export interface Asked extends Pick<Rule, 'base' | 'threshold' | 'tie'> {
  quorum: Share;
}

/** a/b compared with c/d, in whole numbers. */
const compare = ([a, b]: Share, [c, d]: Share): number =>
  Number(BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b));

function basis(base: Rule['base'], room: Room): number {
  const cast = room.for + room.against;
  if (base === 'cast') return cast;
  const present = cast + room.abstain + room.silent;
  return base === 'present' ? present : present + room.recused + room.absent;
}

function reached(threshold: Rule['threshold'], votes: number, base: number): boolean {
  if (votes === 0) return false;
  if (threshold === 'simple') return compare([votes, base], [1, 2]) > 0;
  return compare([votes, base], threshold === '2/3' ? [2, 3] : [3, 4]) >= 0;
}

/** The same arithmetic written a second time, from process.md and in fractions, to hold the rule against. */
export function expected(rule: Asked, room: Room): { outcome: Outcome; base: number; quorumNeeded: number } {
  const base = basis(rule.base, room);
  const present = basis('present', room);
  const members = basis('members', room);
  let quorumNeeded = 0;
  while (compare([quorumNeeded, members], rule.quorum) < 0) quorumNeeded += 1;
  const evenly = room.for === room.against && room.for > 0 && base === room.for + room.against;
  let outcome: Outcome = reached(rule.threshold, room.for, base) ? 'carried' : 'notCarried';
  if (evenly && rule.threshold === 'simple' && rule.tie === 'chairDecides') outcome = 'tied';
  if (present < quorumNeeded) outcome = 'inquorate';
  return { outcome, base, quorumNeeded };
}

const places = ['for', 'against', 'abstain', 'recused', 'silent', 'absent'] as const;

/** Every way up to `most` members can be spread over the six places. */
export function rooms(most: number): Room[] {
  const spread = (left: number, at: number): number[][] =>
    at === places.length - 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, here) => here).flatMap((here) =>
          spread(left - here, at + 1).map((rest) => [here, ...rest]),
        );
  const sizes = Array.from({ length: most }, (_, size) => size + 1);
  return sizes
    .flatMap((size) => spread(size, 0))
    .map(
      (counts) => Object.fromEntries(places.map((place, index) => [place, counts[index]])) as unknown as Room,
    );
}
