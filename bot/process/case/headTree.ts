import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { canonicalJson, sha256 } from '../frame/trail.ts';

/** The end of a chain: its last link. */
export interface ChainEnd {
  caseId: string;
  seq: number;
  hash: string;
}
/** What stands beside the way from a leaf to the root, lowest first, and on which side. */
export type HeadPath = { side: 'left' | 'right'; hash: string }[];

/** Deep enough that no two cases meet by chance, and the same for one case and ten thousand. */
const depth = 32;

/** Nothing that is made from the seed tells it, or anything else that is. */
const secret = (key: KeyObject, what: string): string => createHmac('sha256', key).update(what).digest('hex');
const keyOf = (seed: string): KeyObject => createSecretKey(seed, 'hex');

const saltOf = (key: KeyObject, caseId: string): string => secret(key, `salt ${caseId}`);
export const leafSalt = (seed: string, caseId: string): string => saltOf(keyOf(seed), caseId);
/** SHA-256 over a salt that no one else is told, and the canonical JSON of a chain's end. */
export const leafOf = (salt: string, end: ChainEnd): string => sha256(`${salt}\n${canonicalJson(end)}`);
const nodeOf = (left: string, right: string): string => sha256(`${left}\n${right}`);

const placeOf = (key: KeyObject, caseId: string): number =>
  Number.parseInt(secret(key, `place ${caseId}`).slice(0, depth / 4), 16);
const beside = (place: number): number => (place % 2 === 0 ? place + 1 : place - 1);

/** Null: two cases fell on one place, and another seed is needed. */
export function headTree(
  seed: string,
  ends: ChainEnd[],
): { root: string; pathOf(caseId: string): HeadPath } | null {
  const key = keyOf(seed);
  const leaves = ends.map((end) => [placeOf(key, end.caseId), leafOf(saltOf(key, end.caseId), end)] as const);
  const levels = [new Map(leaves)];
  if (levels[0]!.size < ends.length) return null;
  // Where there is no case stands a number that looks like one: whoever sees a part learns nothing of the rest.
  const at = (level: number, place: number): string =>
    levels[level]!.get(place) ?? secret(key, `node ${level} ${place}`);
  for (let level = 0; level < depth; level += 1) {
    const ups = new Set([...levels[level]!.keys()].map((place) => Math.floor(place / 2)));
    levels.push(new Map([...ups].map((up) => [up, nodeOf(at(level, 2 * up), at(level, 2 * up + 1))])));
  }
  const step = (level: number, place: number): HeadPath[number] => {
    const other = beside(Math.floor(place / 2 ** level));
    return { side: other % 2 === 0 ? 'left' : 'right', hash: at(level, other) };
  };
  return {
    root: at(depth, 0),
    pathOf(caseId) {
      const place = placeOf(key, caseId);
      return Array.from({ length: depth }, (_, level) => step(level, place));
    },
  };
}
