import {
  AuthError,
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  type INetworkModule,
  type NetworkRequestOptions,
} from '@azure/msal-node';
import type { OwnToken } from '../../ports.ts';
import { proofOf, type GraphAccess } from '../frame/tokens.ts';

const login = 'https://login.microsoftonline.com';

/** MSAL refuses a login address that is not https: it asks for Microsoft's, and the stand-in is asked in its place. */
function standInAt(platformUrl: string): INetworkModule {
  const ask = async (method: string, url: string, options: NetworkRequestOptions = {}) => {
    const { headers = {}, body = null } = options;
    const answer = await fetch(url.replace(login, `${platformUrl}/entra`), { method, headers, body });
    return {
      headers: Object.fromEntries(answer.headers),
      status: answer.status,
      body: await answer.json(),
    };
  };
  return {
    sendGetRequestAsync: (url, options) => ask('GET', url, options) as never,
    sendPostRequestAsync: (url, options) => ask('POST', url, options) as never,
  };
}

/** Entra wants the person themselves: they have not consented, or must prove anew who they are. */
const wantsPerson = (error: unknown): boolean =>
  error instanceof InteractionRequiredAuthError ||
  (error instanceof AuthError && error.errorCode === 'invalid_grant');

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
  const auth = { clientId: access.appId, authority: `${login}/${tenantId}`, ...proofOf(access) };
  const system = access.platformUrl ? { networkClient: standInAt(access.platformUrl) } : {};
  const app = new ConfidentialClientApplication({ auth, system });
  try {
    const given = await app.acquireTokenOnBehalfOf({ oboAssertion: token, scopes: [scope] });
    if (!given) throw new Error('no token for Microsoft Graph');
    return given.accessToken;
  } catch (error) {
    if (wantsPerson(error)) return null;
    throw error;
  }
}
