import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { canonicalJson, genesis, sha256 } from '../frame/trail.ts';

/** What a head says. */
export interface HeadBody {
  n: number;
  at: string;
  /** The hash of the head before it. */
  previous: string;
  root: string;
  /** The key that signs from the next head on, when this one hands over to it. */
  introduces: string | null;
}
export interface Head extends HeadBody {
  hash: string;
  /** Fingerprint of the key that signed it. */
  key: string;
  signature: string;
}
export interface HeadKey {
  fingerprint: string;
  /** SubjectPublicKeyInfo, DER in base64. */
  publicKey: string;
  privateKey: KeyObject;
  kept: 'vault' | 'database';
}

export const firstPrevious = genesis;

/** Form 1: SHA-256 over the canonical JSON of what it says; hex, 64 characters. */
export const headHash = ({ n, at, previous, root, introduces }: HeadBody): string =>
  sha256(canonicalJson({ form: 1, n, at, previous, root, introduces }));

/** Ed25519 over the 32 bytes of its hash; base64. */
export function signedHead(body: HeadBody, { fingerprint, privateKey }: HeadKey): Head {
  const hash = headHash(body);
  const signature = sign(null, Buffer.from(hash, 'hex'), privateKey).toString('base64');
  return { ...body, hash, key: fingerprint, signature };
}

/** Whether it is what this key (SubjectPublicKeyInfo, DER in base64) signed, and under its own fingerprint. */
export function isSigned(head: Head, publicKey: string): boolean {
  const der = Buffer.from(publicKey, 'base64');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const own = createHash('sha256').update(der).digest('hex') === head.key && headHash(head) === head.hash;
  return own && verify(null, Buffer.from(head.hash, 'hex'), key, Buffer.from(head.signature, 'base64'));
}

/** Minutes since 2026: the number of a head counts nothing, and rises also when the database forgets. */
const minuteOf = (at: Date): number => Math.floor((at.getTime() - Date.UTC(2026, 0, 1)) / 60_000);
export const headNumber = (at: Date, last: number): number => Math.max(minuteOf(at), last + 1);

/**
 * Of so many minutes each: is this another one than the last head's? Whether anything happened is not asked. One that is
 * ahead of now is no reason to wait for its time.
 */
export const isHeadDue = (now: Date, last: Date | undefined, minutes: number): boolean =>
  !last || Math.floor(minuteOf(now) / minutes) !== Math.floor(minuteOf(last) / minutes);

export function headKey(privateKey: KeyObject, kept: HeadKey['kept']): HeadKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(der).digest('hex');
  return { fingerprint, publicKey: der.toString('base64'), privateKey, kept };
}

export const newHeadKey = (): Buffer =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
export const keptKey = (der: Buffer): KeyObject =>
  createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });

const pem = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g;

/** One or more private keys in PEM, the one that signs first. Throws where there is none, or one of another kind. */
export function headKeysIn(text: string): KeyObject[] {
  const keys = (text.replaceAll('\\n', '\n').match(pem) ?? []).map((one) => createPrivateKey(one));
  if (keys.length === 0 || keys.some((key) => key.asymmetricKeyType !== 'ed25519'))
    throw new Error('no Ed25519 private key in PEM');
  return keys;
}

/** The first 64 bits, in groups that can be read aloud. */
export const shortly = (hash: string): string => hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
