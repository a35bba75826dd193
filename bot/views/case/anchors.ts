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
const proofs = perDatabase(() => new LRUCache<string, Proof>({ max: 500 }));

/** A head is laid once and for all, and so is what it proves; it is counted together from all cases. */
async function proofOf(db: Db, n: number, caseId: string): Promise<Proof> {
  const known = proofs(db);
  const key = `${n} ${caseId}`;
  const found = known.get(key);
  if (found) return found;
  const { seed, ends } = await standingUnder(db, n);
  const salt = leafSalt(seed, caseId);
  const proof = {
    salt,
    leaf: leafOf(
      salt,
      ends.find((end) => end.caseId === caseId)!,
    ),
    path: headTree(seed, ends)!.pathOf(caseId),
  };
  known.set(key, proof);
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
