import { authentication } from '@microsoft/teams-js';

let held: { token: string; until: number } | null = null;
let asking: Promise<string> | null = null;

const expiry = (token: string): number => {
  try {
    const part = token.split('.')[1] ?? '';
    const claims = JSON.parse(atob(part.replace(/-/g, '+').replace(/_/g, '/'))) as { exp?: number };
    return (claims.exp ?? 0) * 1000;
  } catch {
    return 0;
  }
};

/** The host would not vouch for the reader. */
export class NotSignedIn extends Error {}

async function ask(): Promise<string> {
  const token = await authentication.getAuthToken().catch((error: unknown) => {
    throw new NotSignedIn(String(error));
  });
  // Two minutes of slack, so that no request leaves with a token that expires on the way.
  held = { token, until: expiry(token) - 120_000 };
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
