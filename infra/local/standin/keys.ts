import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import type { Store } from './state.ts';

export type KeyName = 'channel' | 'entra' | 'other';
export type Claims = Record<string, unknown>;
/** Claims to replace (null removes one), and how to sign: with the key nobody trusts, under another kid, or not at all. */
export type Overrides = Claims & { kid?: string; key?: KeyName; alg?: 'none' };

async function loadKeys(store: Store): Promise<Record<KeyName, { jwk: JWK; key: CryptoKey | Uint8Array }>> {
  const load = async (name: KeyName) => {
    if (!store.state.keys[name]) {
      const pair = await generateKeyPair('RS256', { extractable: true });
      const jwk = await exportJWK(pair.privateKey);
      store.state.keys[name] = {
        ...jwk,
        kid: `${name}-${randomUUID().slice(0, 8)}`,
        use: 'sig',
        alg: 'RS256',
      };
    }
    const jwk = store.state.keys[name];
    return { jwk, key: await importJWK(jwk, 'RS256') };
  };
  const [channel, entra, other] = await Promise.all([load('channel'), load('entra'), load('other')]);
  store.changed();
  return { channel, entra, other };
}

export const publicPart = ({ kty, n, e, kid, use, alg }: JWK): JWK => ({ kty, n, e, kid, use, alg });

/** Two keys that are published and one that never is. */
export async function createSigner(store: Store) {
  const keys = await loadKeys(store);
  async function sign(name: KeyName, claims: Claims, overrides: Overrides = {}): Promise<string> {
    const { kid, key, alg, ...changes } = overrides;
    const now = Math.floor(Date.now() / 1000);
    const all: Claims = { iat: now, nbf: now - 5, exp: now + 3600, ...claims, ...changes };
    for (const claim of Object.keys(all)) if (all[claim] === null) delete all[claim];
    if (alg === 'none') return new UnsecuredJWT(all).encode();
    const header = { alg: 'RS256', typ: 'JWT', kid: kid ?? keys[name].jwk.kid ?? '' };
    return new SignJWT(all).setProtectedHeader(header).sign(keys[key ?? name].key);
  }
  return { sign, published: (name: KeyName): JWK => publicPart(keys[name].jwk) };
}

/** In whose name the app calls: its own, or that of a person who let it do so much. */
export type Caller = { objectId: string; scopes: string[] } | null;
