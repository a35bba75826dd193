import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { partSize, type Received } from '../../process/draft/file.ts';
import { refusalStatus, type Refusal } from '../../process/frame/refusals.ts';
import type { Db } from '../../store/frame/database.ts';
import {
  fileById,
  partsIn,
  partsStamp,
  partOf,
  receivedOf,
  rejectFile,
  rejectionOf,
} from '../../store/draft/files.ts';
import type { Inspector } from '../../ports.ts';
import type { Inspected } from '../frame/act.ts';

/**
 * Looks into a file that is whole, outside of any transaction: it takes longer than a lock may be held. Parts that are
 * changed meanwhile have another stamp. What is refused for what it is, is gone at once, and why is remembered.
 */
export async function inspectFile(
  { db, inspector }: { db: Db; inspector: Inspector },
  fileId: string,
): Promise<Inspected | null> {
  const file = await fileById(db, fileId);
  if (!file || file.state !== 'receiving' || rejectionOf(file)) return null;
  const stamp = await partsStamp(db, fileId);
  if ((await receivedOf(db, fileId)) !== file.size) return null;
  const refusal = await inspector.inspect({
    name: file.name,
    size: file.size,
    read: readingParts(db, fileId),
    parts: () => partsIn(db, fileId),
  });
  if (refusal && !isForNow(refusal)) await rejectFile(db, fileId, refusal);
  return refusal ? { refusal } : { stamp, hash: await hashOf(db, fileId) };
}

/** A zip's list is read a few bytes at a time: the parts that were read last are kept for the next. */
function readingParts(db: Db, fileId: string): Received['read'] {
  const kept = new LRUCache<number, Promise<Buffer | null>>({ max: 4 });
  const partAt = (number: number): Promise<Buffer | null> => {
    const part = kept.get(number) ?? partOf(db, fileId, number);
    kept.set(number, part);
    return part;
  };
  return async (from, length) => {
    const pieces: Buffer[] = [];
    for (let at = from; at < from + length;) {
      const part = await partAt(Math.floor(at / partSize));
      const piece = part?.subarray(at % partSize, (at % partSize) + from + length - at);
      if (!piece || piece.length === 0) break;
      pieces.push(piece);
      at += piece.length;
    }
    return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  };
}

/** That it could not be judged says nothing of the file: it may be tried again. */
const isForNow = ({ refused }: Refusal): boolean => refusalStatus[refused] === 503;

async function hashOf(db: Db, fileId: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const part of partsIn(db, fileId)) digest.update(part);
  return digest.digest('hex');
}
