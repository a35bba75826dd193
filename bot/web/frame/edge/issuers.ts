import { createLocalJWKSet, createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { Issuer, Issuers } from '../../../ports.ts';
import { Unavailable } from '../../../process/frame/outage.ts';

const dayMs = 24 * 3600_000;
/** Keys are fetched anew each day; while their address does not answer, those of the day before are still taken. */
const takenMs = 2 * dayMs;

/** What jose says when it has no keys, and not when a token is none of theirs. */
const noKeys = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);
const isVerdict = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string };
  return code.startsWith('ERR_J') && !noKeys.has(code);
};

async function issuerAt(metadataUrl: string): Promise<Issuer> {
  const answer = await fetch(metadataUrl, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`the metadata of an issuer answered ${answer.status}`);
  const { issuer, jwks_uri: uri } = (await answer.json()) as { issuer: string; jwks_uri: string };
  const remote = createRemoteJWKSet(new URL(uri), { cacheMaxAge: dayMs, cooldownDuration: 60_000 });
  let heldUntil = 0;
  const keyOf = async (...asked: Parameters<JWTVerifyGetKey>): Promise<CryptoKey> => {
    try {
      const key = await remote(...asked);
      heldUntil = Date.now() + takenMs;
      return key;
    } catch (error) {
      if (isVerdict(error)) throw error;
      const known = Date.now() < heldUntil ? remote.jwks() : undefined;
      // One that they do not know may be new: nobody can say.
      const key = known && (await createLocalJWKSet(known)(...asked).catch(() => null));
      if (key) return key;
      throw new Unavailable(error);
    }
  };
  const published = (kid: string | undefined) => remote.jwks()?.keys.find((one) => one.kid === kid);
  return { issuer, keyOf: keyOf as Issuer['keyOf'], published };
}

/** Each issuer's metadata once; one that could not be read is asked again. */
export function createIssuers(): Issuers {
  const known = new Map<string, Promise<Issuer>>();
  return (metadataUrl) => {
    const found = known.get(metadataUrl);
    if (found) return found;
    const asked = issuerAt(metadataUrl).catch((error: unknown) => {
      known.delete(metadataUrl);
      throw new Unavailable(error);
    });
    known.set(metadataUrl, asked);
    return asked;
  };
}
