import { LRUCache } from 'lru-cache';
import { shortly, type Head } from '../../process/case/heads.ts';
import { headTree, leafOf, leafSalt, type HeadPath } from '../../process/case/headTree.ts';
import { closingHeads } from '../../store/case/closings.ts';
import type { Db } from '../../store/frame/database.ts';
import { perDatabase } from '../../store/frame/perDatabase.ts';
import { endUnder, headWith, lastHead, standingUnder } from '../../store/case/heads.ts';
import type { AnchorView } from '../frame/shapes.ts';
import type { TrailAnchor } from '../people/shapes.ts';

/** Of a case's closings, the latest: each is some kilobytes. */
const mostClosings = 10;

export const anchorShown = (head: Head | null): AnchorView | null =>
  head && { n: head.n, at: head.at, fingerprint: shortly(head.hash) };

interface Proof {
  salt: string;
  leaf: string;
  path: HeadPath;
}
type Prove = (caseId: string) => Proof;

/** Of a few heads, for all cases: each is some megabytes after years. Of many cases, the proofs alone. */
interface Proven {
  heads: LRUCache<number, Promise<Prove>>;
  proofs: LRUCache<string, Proof>;
}
const proven = perDatabase((): Proven => ({
  heads: new LRUCache({ max: 3 }),
  proofs: new LRUCache({ max: 2_000 }),
}));

/** The tree over all chains is counted once for all who ask, and not for each case anew. */
async function countHead(db: Db, n: number): Promise<Prove> {
  const { seed, ends } = await standingUnder(db, n);
  const tree = headTree(seed, ends)!;
  const by = new Map(ends.map((end) => [end.caseId, end]));
  return (caseId) => {
    const salt = leafSalt(seed, caseId);
    return { salt, leaf: leafOf(salt, by.get(caseId)!), path: tree.pathOf(caseId) };
  };
}

/** A head is laid once and for all, and so is what it proves. */
async function proofOf(db: Db, n: number, caseId: string): Promise<Proof> {
  const known = proven(db);
  const key = `${n} ${caseId}`;
  const found = known.proofs.get(key);
  if (found) return found;
  const counting = known.heads.get(n) ?? countHead(db, n);
  known.heads.set(n, counting);
  // What could not be read is read again by whoever asks next.
  counting.catch(() => known.heads.delete(n));
  const proof = (await counting)(caseId);
  known.proofs.set(key, proof);
  return proof;
}

/**
 * What proves that a case's chain stood under the newest head, and under that of each closing. From the link on that no
 * hash is told of (`silentFrom`) there is neither hash nor salt: with the salt a guess at the hash could be tried.
 */
export async function anchorsOf(db: Db, caseId: string, silent: number): Promise<TrailAnchor[]> {
  const last = await lastHead(db);
  if (!last) return [];
  const closings = await closingHeads(db, caseId, mostClosings);
  const anchors: TrailAnchor[] = [];
  for (const n of new Set([last.n, ...closings])) {
    const end = await endUnder(db, caseId, n);
    const head = n === last.n ? last : await headWith(db, n);
    if (!end || !head) continue;
    const { salt, leaf, path } = await proofOf(db, n, caseId);
    const open = end.seq < silent;
    anchors.push({
      ...anchorShown(head)!,
      closing: closings.includes(n),
      seq: end.seq,
      hash: open ? end.hash : null,
      salt: open ? salt : null,
      leaf,
      path,
      fits: end.fits,
    });
  }
  return anchors;
}
