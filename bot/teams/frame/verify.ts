import type { Activity } from 'botbuilder';
import { jwtVerify, type JWTPayload } from 'jose';
import type { Issuer, Issuers, RememberTokens, TokenClock } from '../../ports.ts';
import { trustedServices } from './services.ts';

/** The only issuer of tokens from the channel; anything else is an emulator, a skill or a forgery. */
const channelIssuer = 'https://api.botframework.com';
const microsoftMetadata = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Not let in: 401 when we do not believe who it is, 403 when we do and it may not. The reason is for the log alone. */
export class NotLetIn extends Error {
  status: 401 | 403;
  constructor(status: 401 | 403, reason: string) {
    super(reason);
    this.status = status;
  }
}

export interface Rules {
  appId: string;
  tenants: string[];
  platformUrl: string | undefined;
}

type Incoming = Partial<Activity>;

/**
 * Verifies who an activity comes from, in front of the SDK: it answers a bad signature with HTTP 500 and
 * keys in the log, checks no tenant, and accepts emulator tokens in production.
 */
export function createVerifier(rules: Rules, clock: TokenClock, issuers: Issuers, remember: RememberTokens) {
  const metadata = rules.platformUrl
    ? `${rules.platformUrl}/botframework/v1/.well-known/openidconfiguration`
    : microsoftMetadata;

  const claimsOf = remember(async (token) =>
    verifySignature(token, await issuers(metadata), rules.appId, new Date(clock.realMs())),
  );

  async function bearer(authorization: string | undefined): Promise<JWTPayload> {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new NotLetIn(401, 'no bearer token');
    return claimsOf(token);
  }

  return {
    async verify(authorization: string | undefined, activity: Incoming): Promise<JWTPayload> {
      const claims = await bearer(authorization);
      checkActivity(rules, activity, claims);
      return claims;
    },
    /** Whether the token is the channel's, before anybody has looked at what comes with it. */
    async fromChannel(authorization: string | undefined): Promise<boolean> {
      try {
        return Boolean(await bearer(authorization));
      } catch (error) {
        if (error instanceof NotLetIn) return false;
        throw error;
      }
    },
  };
}

export type Verifier = ReturnType<typeof createVerifier>;

async function verifySignature(token: string, from: Issuer, appId: string, at: Date): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, from.keyOf, {
      issuer: channelIssuer,
      audience: appId,
      algorithms: ['RS256', 'RS384', 'RS512'],
      currentDate: at,
      clockTolerance: 300,
      requiredClaims: ['exp', 'serviceurl'],
    });
    const key: { endorsements?: string[] } | undefined = from.published(protectedHeader.kid);
    if (key?.endorsements && !key.endorsements.includes('msteams'))
      throw new NotLetIn(401, 'key not endorsed for Teams');
    return payload;
  } catch (error) {
    if (error instanceof NotLetIn) throw error;
    // jose's codes tell a bad token; what has none is our own trouble (keys not reachable) and is not the caller's fault.
    const code = (error as { code?: string }).code;
    if (!code?.startsWith('ERR_J')) throw error;
    throw new NotLetIn(401, code);
  }
}

function checkActivity({ tenants, platformUrl }: Rules, activity: Incoming, claims: JWTPayload): void {
  if (!activity.serviceUrl) throw new NotLetIn(403, 'no serviceUrl');
  if (claims['serviceurl'] !== activity.serviceUrl)
    throw new NotLetIn(403, 'serviceUrl differs from the token');
  if (!trustedServices(platformUrl)(activity.serviceUrl)) throw new NotLetIn(403, 'unknown serviceUrl');
  if (activity.channelId !== 'msteams') throw new NotLetIn(403, 'another channel');
  // Not parsed yet: whatever stands where a tenant's id belongs and is no text, is no tenant of ours.
  const data = activity.channelData as { tenant?: { id?: unknown } } | undefined;
  const named = [activity.conversation?.tenantId as unknown, data?.tenant?.id].filter(
    (one) => one !== undefined,
  );
  const ours = (one: unknown) => typeof one === 'string' && tenants.includes(one.toLowerCase());
  if (named.length === 0 || !named.every(ours)) throw new NotLetIn(403, 'foreign tenant');
}
