import { authentication } from '@microsoft/teams-js';

let held: { token: string; until: number } | null = null;
let asking: Promise<string> | null = null;

interface Claims {
  exp?: number;
  tid?: string;
  preferred_username?: string;
}

/** What a token says of itself, unproven: a hint for this side alone. */
export const claimsOf = (token: string): Claims => {
  try {
    const part = token.split('.')[1] ?? '';
    return JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/'))) as Claims;
  } catch {
    return {};
  }
};

/** The host would not vouch for the reader. */
export class NotSignedIn extends Error {}

async function ask(): Promise<string> {
  const token = await authentication.getAuthToken().catch((error: unknown) => {
    throw new NotSignedIn(String(error));
  });
  // Two minutes of slack, so that no request leaves with a token that expires on the way.
  held = { token, until: (claimsOf(token).exp ?? 0) * 1000 - 120_000 };
  return token;
}

/** The reader's bearer token; many callers at once share one question to the host. */
export function bearer(renew = false): Promise<string> {
  if (!renew && held && Date.now() < held.until) return Promise.resolve(held.token);
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}
