import { hash as hashInOne } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The case a thing belongs to: a case's own id, a meeting's id, or the register of members and rules. */
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

export const sha256 = (text: string): string => hashInOne('sha256', text);

/**
 * How an entry is sealed into its chain. In form 1 its hash covers what it says, and so proves a guess about it. In form 2
 * it covers a digest that nobody can guess without the salt: the digest is given to everybody, the salt goes with what may
 * be read. An erased entry has neither data nor salt, and its digest still.
 */
export interface Sealing {
  form: 1 | 2;
  salt: string | null;
  digest: string | null;
}
export type Link = TrailEntry & Sealing & { previous: string; hash: string };

/** Form 1: SHA-256 over the previous hash and the canonical JSON of the entry; hex, 64 characters. */
export const linkHash = (previous: string, { seq, at, actor, type, data }: TrailEntry): string =>
  sha256(`${previous}\n${canonicalJson({ seq, at, actor, type, data })}`);

/** Form 2: SHA-256 over a salt of 128 random bits, in hex, and the canonical JSON of what happened. */
export const digestOf = (salt: string, { at, actor, type, data }: Omit<TrailEntry, 'seq'>): string =>
  sha256(`${salt}\n${canonicalJson({ at, actor, type, data })}`);

/** Form 2: SHA-256 over the previous hash and the canonical JSON of the entry's place and digest. */
export const digestHash = (
  previous: string,
  place: { caseId: string; seq: number; digest: string },
): string => sha256(`${previous}\n${canonicalJson({ form: 2, ...place })}`);

export const isErased = ({ form, salt, data }: Sealing & { data: unknown }): boolean =>
  form === 2 && salt === null && (data === null || data === undefined);

/** Is what stands there what was sealed? Null: it is not. */
function hashOf(caseId: string, previous: string, entry: TrailEntry & Sealing): string | null {
  const { form, salt, digest, seq } = entry;
  if (form === 1) return salt === null && digest === null ? linkHash(previous, entry) : null;
  if (form !== 2 || digest === null) return null;
  const kept = salt === null ? isErased(entry) : digestOf(salt, entry) === digest;
  return kept ? digestHash(previous, { caseId, seq, digest }) : null;
}

export interface Verification {
  ok: boolean;
  checked: number;
  /** The first sequence number that does not fit, when the chain is broken. */
  brokenAt: number | null;
}

/** A link that was recounted: from here on a chain can be. */
export interface ChainPoint {
  seq: number;
  hash: string;
}

export const beginning: ChainPoint = { seq: 0, hash: genesis };

/**
 * Recounts a chain from its first link, or from one that was recounted before. Unsealed events are not part of it
 * yet and are counted by the caller.
 */
export function verifyChain(
  caseId: string,
  entries: Link[],
  { seq, hash }: ChainPoint = beginning,
): Verification {
  let previous = hash;
  for (const [index, entry] of entries.entries()) {
    const at = seq + index + 1;
    const whole = entry.seq === at && entry.previous === previous;
    if (!whole || entry.hash !== hashOf(caseId, previous, entry))
      return { ok: false, checked: at - 1, brokenAt: at };
    previous = entry.hash;
  }
  return { ok: true, checked: seq + entries.length, brokenAt: null };
}

/** The fingerprint a vote is about: the same document always has the same one. */
export const documentHash = (document: { kind: string; title: string; clauses: unknown[] }): string =>
  sha256(canonicalJson(document));
