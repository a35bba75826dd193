import { createLocalJWKSet, jwtVerify } from 'jose';
import type { Call } from './http.ts';
import { WireError } from './http.ts';
import type { World } from './world.ts';
import { bearer } from './world.ts';

/** Checks the token the app shows; each distinct one by RSA only once, then by its text until it expires. */
export function createGuard(world: World, audience: string): (call: Call) => Promise<void> {
  const accepted = new Map<string, number>();
  const keys = createLocalJWKSet(world.tokens.entraKeys());
  return async (call) => {
    const token = bearer(call);
    const until = accepted.get(token);
    if (until !== undefined && until > Date.now()) return;
    try {
      const { payload } = await jwtVerify(token, keys, { audience, issuer: world.tokens.issuer() });
      if (payload.appid !== world.options.appId) throw new Error('another app');
      if (accepted.size > 1000) accepted.clear();
      accepted.set(token, (payload.exp ?? 0) * 1000);
    } catch {
      throw new WireError(401, 'Unauthorized', 'Authorization has been denied for this request.');
    }
  };
}
