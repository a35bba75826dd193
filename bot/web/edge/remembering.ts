import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { RememberTokens, TokenClock } from '../../ports.ts';

/** Each keeper of a door remembers its own: what is let in at one is nothing at the other. */
export const remembering =
  (clock: TokenClock): RememberTokens =>
  <C extends { exp?: number | undefined } | null>(verify: (token: string) => Promise<C>) => {
    const known = new LRUCache<string, NonNullable<C>>({ max: 5_000 });
    return async (token: string): Promise<C> => {
      // Never the token itself: it would be there for whoever reads the memory.
      const key = hash('sha256', token, 'base64');
      const before = known.get(key);
      if (before?.exp && before.exp * 1000 > clock.realMs()) return before;
      const claims = await verify(token);
      if (claims) known.set(key, claims);
      return claims;
    };
  };
