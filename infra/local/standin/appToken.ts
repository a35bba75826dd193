import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { WireError, type Call } from './network/http.ts';
import { type World } from './world.ts';
import { bearer } from './bearer.ts';
import type { Caller } from './keys.ts';

const callerOf = ({ scp, oid }: JWTPayload): Caller =>
  typeof scp === 'string' ? { objectId: String(oid), scopes: scp.split(' ') } : null;

/** Checks the token the app shows; each distinct one by RSA only once, then by its text until it expires. */
export function createGuard(world: World, audience: string): (call: Call) => Promise<Caller> {
  const accepted = new Map<string, { until: number; caller: Caller }>();
  const keys = createLocalJWKSet(world.tokens.entraKeys());
  return async (call) => {
    const token = bearer(call);
    const known = accepted.get(token);
    if (known && known.until > Date.now()) return known.caller;
    try {
      const { payload } = await jwtVerify(token, keys, { audience, issuer: world.tokens.issuer() });
      if (payload.appid !== world.options.appId) throw new Error('another app');
      if (accepted.size > 1000) accepted.clear();
      const caller = callerOf(payload);
      accepted.set(token, { until: (payload.exp ?? 0) * 1000, caller });
      return caller;
    } catch {
      throw new WireError(401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
  };
}
