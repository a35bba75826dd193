import { describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  headKey,
  headKeysIn,
  headNumber,
  isHeadDue,
  keptKey,
  newHeadKey,
  shortly,
} from '../../../bot/process/case/heads.ts';
import { headTree, leafOf, leafSalt, type ChainEnd } from '../../../bot/process/case/headTree.ts';
import { sha256 } from '../../../bot/process/frame/trail.ts';
import { stoodUnder } from '../../support/headProof.ts';

const seed = 'ab'.repeat(32);
const end = (n: number): ChainEnd => ({ caseId: `case ${n}`, seq: n + 1, hash: sha256(`end ${n}`) });
const ends = (count: number): ChainEnd[] => Array.from({ length: count }, (_, n) => end(n));
const anchor = (tree: NonNullable<ReturnType<typeof headTree>>, of: ChainEnd) => {
  const salt = leafSalt(seed, of.caseId);
  const more = { n: 1, at: '', fingerprint: '', closing: false, fits: true };
  return { ...of, ...more, salt, leaf: leafOf(salt, of), path: tree.pathOf(of.caseId) };
};
const item = ({ seq, hash }: ChainEnd): any => ({ seq, hash });

describe('a head over all chains', () => {
  test('is proven to cover each of them, however many there are, and no other end of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), (count, which) => {
        const all = ends(count);
        const tree = headTree(seed, all)!;
        const one = all[which % count]!;
        const proof = anchor(tree, one);
        expect(stoodUnder(tree, one.caseId, proof, [item(one)])).toBe(true);
        const other = { ...one, hash: sha256('another') };
        expect(stoodUnder(tree, one.caseId, { ...proof, hash: other.hash }, [item(other)])).toBe(false);
        expect(stoodUnder(tree, 'another case', proof, [item(one)])).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('tells by none of its paths how many cases there are', () => {
    const lengths = [1, 2, 300].map((count) => headTree(seed, ends(count))!.pathOf('case 0').length);
    expect(lengths).toEqual([32, 32, 32]);
  });

  test('looks like another one each time, whether or not anything happened', () => {
    const roots = Array.from({ length: 5 }, () => headTree(randomBytes(32).toString('hex'), ends(3))!.root);
    expect(new Set(roots).size).toBe(5);
  });

  test('of a chain that can be guessed tells nothing to hold a guess against', () => {
    const [one] = ends(1) as [ChainEnd];
    const tree = headTree(seed, [one, { caseId: randomUUID(), seq: 1, hash: sha256('x') }])!;
    const told = [tree.root, ...tree.pathOf(one.caseId).map(({ hash }) => hash)];
    const guesses = [one.hash, sha256(one.hash), leafOf('', one), leafOf('0'.repeat(64), one)];
    expect(told.filter((hash) => guesses.includes(hash))).toEqual([]);
  });
});

describe('when a head is laid', () => {
  const at = (text: string): Date => new Date(`2027-01-11T${text}Z`);

  test('goes by the clock alone: once in each span of time', () => {
    expect(isHeadDue(at('08:00:00'), undefined, 60)).toBe(true);
    expect(isHeadDue(at('08:59:59'), at('08:00:10'), 60)).toBe(false);
    expect(isHeadDue(at('09:00:00'), at('08:59:50'), 60)).toBe(true);
  });

  test('its number rises with the time, also when the last ones were lost, and never stands still', () => {
    const lost = headNumber(at('10:00:00'), headNumber(at('09:00:00'), 0));
    expect(headNumber(at('10:30:00'), headNumber(at('09:00:00'), 0))).toBeGreaterThan(lost);
    expect(headNumber(at('10:00:01'), lost)).toBe(lost + 1);
    expect(headNumber(at('07:00:00'), lost)).toBe(lost + 1);
  });
});

describe('the key', () => {
  const pem = (): string => String(keptKey(newHeadKey()).export({ format: 'pem', type: 'pkcs8' }));

  test('is read as one line or several, and the one before it too', () => {
    const [one, two] = [pem(), pem()];
    const prints = (text: string) => headKeysIn(text).map((key) => headKey(key, 'vault').fingerprint);
    expect(prints(`${one}${two}`)).toHaveLength(2);
    expect(prints(one.replaceAll('\n', '\\n'))).toEqual(prints(one));
    expect(() => headKeysIn('a key')).toThrow('no Ed25519');
  });

  test('a hash is quoted in groups that can be read aloud', () => {
    expect(shortly('0123456789abcdef0123')).toBe('0123 4567 89ab cdef');
  });
});
