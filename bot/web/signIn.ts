import { hash as hashInOne } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { TokenClock } from '../ports.ts';

/** A verified person of an allowed tenant; who that is to us, the register says. */
export interface SignedIn {
  tenantId: string;
  objectId: string;
  name: string | null;
  /** Where Entra knows the person by mail; a hint at most, and never who they are. */
  address: string | null;
  /** Said to be a guest of this tenant; a registration that does not ask Entra for `acct` never says so. */
  guest: boolean;
  /** How long the token is still taken. */
  takenMs: number;
}

interface TabClaims {
  exp: number;
  tid: string;
  oid?: string;
  name?: string;
  preferred_username?: string;
  /** 1: a guest. */
  acct?: number;
}

interface Tenant {
  issuer: string;
  keys: ReturnType<typeof createRemoteJWKSet>;
}

/** How far the clock of whoever made the token may be from ours. */
const toleranceSeconds = 300;

/** How long a token is still taken: until it runs out; one that is let in after that, by the tolerance, until it no longer is. */
function stillTakenMs(exp: number, nowMs: number): number {
  const left = exp * 1000 - nowMs;
  return left > 0 ? left : left + toleranceSeconds * 1000;
}

/**
 * Checks a tab's token: an Entra v2 token for this app and our scope, from an allowed tenant (platform: tab
 * SSO). Null for anything else. Each distinct token is verified once, then remembered until it expires, by the clock
 * that all replicas share: what one lets in, the next one does not turn away.
 */
export function createSignIn(
  rules: { appId: string; tenants: string[]; platformUrl: string | undefined },
  clock: TokenClock,
) {
  const tenants = new Map<string, Promise<Tenant>>();
  const cache = new LRUCache<string, JWTPayload>({ max: 5_000 });

  const tenantFor = (id: string): Promise<Tenant> => {
    const known = tenants.get(id);
    if (known) return known;
    const base = rules.platformUrl ? `${rules.platformUrl}/entra` : 'https://login.microsoftonline.com';
    const made = readTenant(`${base}/${id}/v2.0/.well-known/openid-configuration`).catch((error: unknown) => {
      tenants.delete(id);
      throw error;
    });
    tenants.set(id, made);
    return made;
  };

  async function claimsOf(token: string): Promise<JWTPayload | null> {
    const hash = hashInOne('sha256', token, 'base64');
    const known = cache.get(hash);
    if (known?.exp && known.exp * 1000 > clock.realMs()) return known;
    const tid = tenantNamedIn(token);
    // The tenant is read unverified only to choose from the allowed ones; its keys then prove it.
    if (!tid || !rules.tenants.includes(tid.toLowerCase())) return null;
    const { issuer, keys } = await tenantFor(tid);
    const claims = await verify(token, keys, { issuer, appId: rules.appId, at: new Date(clock.realMs()) });
    if (!claims || claims['tid'] !== tid) return null;
    cache.set(hash, claims);
    return claims;
  }

  return async function signIn(authorization: string | undefined): Promise<SignedIn | null> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    const claims = token ? await claimsOf(token) : null;
    if (!claims) return null;
    const { tid, oid, name, preferred_username: address, acct, exp } = claims as unknown as TabClaims;
    if (!oid) return null;
    return {
      tenantId: tid.toLowerCase(),
      objectId: oid.toLowerCase(),
      name: name ?? null,
      address: address ?? null,
      guest: acct === 1,
      takenMs: stillTakenMs(exp, clock.realMs()),
    };
  };
}

async function readTenant(url: string): Promise<Tenant> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`the tenant's metadata answered ${answer.status}`);
  const { issuer, jwks_uri: uri } = (await answer.json()) as { issuer: string; jwks_uri: string };
  return {
    issuer,
    keys: createRemoteJWKSet(new URL(uri), { cacheMaxAge: 24 * 3600_000, cooldownDuration: 60_000 }),
  };
}

function tenantNamedIn(token: string): string | null {
  try {
    const part = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { tid } = JSON.parse(part) as { tid?: unknown };
    return typeof tid === 'string' ? tid : null;
  } catch {
    return null;
  }
}

async function verify(
  token: string,
  keys: Tenant['keys'],
  { issuer, appId, at }: { issuer: string; appId: string; at: Date },
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: appId,
      algorithms: ['RS256'],
      currentDate: at,
      clockTolerance: toleranceSeconds,
      requiredClaims: ['exp', 'oid', 'tid', 'scp'],
    });
    const scopes = String(payload['scp']).split(' ');
    return payload['ver'] === '2.0' && scopes.includes('access_as_user') ? payload : null;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code?.startsWith('ERR_J') && code !== 'ERR_JWKS_TIMEOUT') return null;
    throw error;
  }
}
