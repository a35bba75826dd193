import { jwtVerify, type JWTPayload } from 'jose';
import type { Issuer, Issuers, RememberTokens, TokenClock } from '../../ports.ts';

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
  issuers: Issuers,
  remember: RememberTokens,
) {
  const base = rules.platformUrl ? `${rules.platformUrl}/entra` : 'https://login.microsoftonline.com';
  const issuerOf = (id: string): Promise<Issuer> =>
    issuers(`${base}/${id}/v2.0/.well-known/openid-configuration`);

  const claimsOf = remember(async (token): Promise<JWTPayload | null> => {
    const tid = tenantNamedIn(token);
    // The tenant is read unverified only to choose from the allowed ones; its keys then prove it.
    if (!tid || !rules.tenants.includes(tid.toLowerCase())) return null;
    const issuer = await issuerOf(tid);
    const claims = await verify(token, issuer, { appId: rules.appId, at: new Date(clock.realMs()) });
    return claims?.['tid'] === tid ? claims : null;
  });

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
  { issuer, keyOf }: Issuer,
  { appId, at }: { appId: string; at: Date },
): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, keyOf, {
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
    if ((error as { code?: string }).code?.startsWith('ERR_J')) return null;
    throw error;
  }
}
