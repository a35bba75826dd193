import { z } from 'zod';
import { both } from '../../i18n/index.ts';
import { shortly, type Head } from '../../process/case/heads.ts';
import type { Reader } from '../../store/frame/database.ts';
import { headsAfter, lastHead, signingKeys } from '../../store/case/heads.ts';
import { instant, text } from '../frame/shapes.ts';

const head = z.object({
  n: z.int(),
  at: instant,
  /** Hash of the head before it; 64 zeros in the first. */
  previous: z.string(),
  root: z.string(),
  /** The public key that signs from the next head on, where this one hands over to it. */
  introduces: z.string().nullable(),
  hash: z.string(),
  fingerprint: z.string(),
  /** Fingerprint of the key. */
  key: z.string(),
  /** Ed25519 over the 32 bytes of the hash, base64. */
  signature: z.string(),
});

export const heads = z.object({
  items: z.array(head),
  next: z.string().optional(),
  latest: head.nullable(),
  keys: z.array(
    z.object({
      /** SHA-256 of the public key. */
      fingerprint: z.string(),
      /** SubjectPublicKeyInfo, DER in base64. */
      publicKey: z.string(),
      from: instant,
      until: instant.nullable(),
    }),
  ),
  how: z.array(text),
});
export type HeadsView = z.infer<typeof heads>;

const pageSize = 500;
const shown = (one: Head): HeadsView['items'][number] => ({ ...one, fingerprint: shortly(one.hash) });

/**
 * What is told to everybody of the trail: nothing of any case, nor how many there are, nor whether anything happened, but
 * that a vote or a hearing ended where there is one more than its time asks for (`told.ts`).
 */
export async function headsView(db: Reader, after: number): Promise<HeadsView> {
  const items = await headsAfter(db, after, pageSize + 1);
  const part = items.slice(0, pageSize);
  const latest = await lastHead(db);
  return {
    items: part.map(shown),
    ...(part.length < items.length && { next: String(part.at(-1)!.n) }),
    latest: latest && shown(latest),
    keys: (await signingKeys(db)).map(({ fingerprint, publicKey, from, until }) => ({
      fingerprint,
      publicKey,
      from: from.toISOString(),
      until: until?.toISOString() ?? null,
    })),
    how: (['heads.how.chain', 'heads.how.signature', 'heads.how.case'] as const).map((key) => both(key)),
  };
}
