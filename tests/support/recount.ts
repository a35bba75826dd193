import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TrailItem } from '../../bot/views/people/shapes.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const over = (before: string, value: object): string => sha256(`${before}\n${canonicalize(value)}`);

/** The hash an entry should have; null where what is told does not suffice to say. */
function hashOf(caseId: string, item: TrailItem): string | null {
  const { seq, at, actor, type, data, previous, digest } = item;
  if (previous === null) return null;
  if (digest !== null) return over(previous, { form: 2, caseId, seq, digest });
  return type === null ? null : over(previous, { seq, at, actor, type, data });
}

/** Is what may be read what the digest stands for? */
const isSaid = ({ at, actor, type, data, digest, salt }: TrailItem): boolean =>
  salt === null || over(salt, { at, actor, type, data }) === digest;

/**
 * What any member can do without the app, and without a line of its code: count a trail again from what it shows. `wrong`
 * are the links that do not fit, `untold` those of which too little is told.
 */
export function recount(caseId: string, items: TrailItem[]): { wrong: number[]; untold: number[] } {
  const untold = items.filter((item) => item.hash === null || hashOf(caseId, item) === null);
  const wrong = items.filter((item, index) => {
    const before = index === 0 ? '0'.repeat(64) : items[index - 1]!.hash;
    const linked = item.seq === index + 1 && [null, before].includes(item.previous);
    return !linked || !isSaid(item) || (!untold.includes(item) && item.hash !== hashOf(caseId, item));
  });
  const numbers = (some: TrailItem[]): number[] => some.map((item) => items.indexOf(item) + 1);
  return { wrong: numbers(wrong), untold: numbers(untold) };
}
