import type { OwnToken } from '../../ports.ts';
import { clientOf, type GraphAccess } from '../frame/tokens.ts';

/** Entra wants the person themselves: they have not consented, or must prove anew who they are. */
const wantsPerson = (error: unknown): boolean => {
  const { name, errorCode } = error as { name?: string; errorCode?: string };
  return name === 'InteractionRequiredAuthError' || errorCode === 'invalid_grant';
};

/**
 * The app's token for Graph in the name of whoever signed in to the tab; null when Entra wants to ask them first.
 * Made for one question and forgotten with it: MSAL would keep everybody's.
 */
export async function tokenOnBehalf(
  access: GraphAccess,
  { token, tenantId }: OwnToken,
  scope: string,
): Promise<string | null> {
  if (access.appType === 'userassignedmsi') throw new Error('a managed identity asks in nobody else’s name');
  // A guest's token is of this tenant, and so must the address be: /common would ask the guest's own.
  const app = await clientOf(access, tenantId);
  try {
    const given = await app.acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [scope] });
    if (!given) throw new Error('no token for Microsoft Graph');
    return given.accessToken;
  } catch (error) {
    if (wantsPerson(error)) return null;
    throw error;
  }
}
