import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The case a thing belongs to: a revision's id, a meeting's id, or the register of members and rules. */
export const registerCase = 'register';

export interface TrailEntry {
  seq: number;
  at: string;
  actor: unknown;
  type: string;
  data: unknown;
}

/** The first link of every chain. */
export const genesis = '0'.repeat(64);

/** RFC 8785: one JSON text for one value, whoever writes it. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** hash = SHA-256 over the previous hash and the canonical JSON of the entry; hex, 64 characters. */
export const linkHash = (previous: string, { seq, at, actor, type, data }: TrailEntry): string =>
  sha256(`${previous}\n${canonicalJson({ seq, at, actor, type, data })}`);

export interface Verification {
  ok: boolean;
  checked: number;
  /** The first sequence number that does not fit, when the chain is broken. */
  brokenAt: number | null;
}

/** Recounts a chain from its first link. Unsealed events are not part of it yet and are counted by the caller. */
export function verifyChain(entries: (TrailEntry & { previous: string; hash: string })[]): Verification {
  let previous = genesis;
  for (const [index, entry] of entries.entries()) {
    const whole = entry.seq === index + 1 && entry.previous === previous;
    if (!whole || entry.hash !== linkHash(previous, entry))
      return { ok: false, checked: index, brokenAt: index + 1 };
    previous = entry.hash;
  }
  return { ok: true, checked: entries.length, brokenAt: null };
}

/** The fingerprint a vote is about: the same document always has the same one. */
export const documentHash = (document: { kind: string; title: string; clauses: unknown[] }): string =>
  sha256(canonicalJson(document));
