import type {
  AuthenticationResult,
  ConfidentialClientApplication,
  INetworkModule,
  NetworkRequestOptions,
} from '@azure/msal-node';
import type { GetToken } from '../../ports.ts';

export interface GraphAccess {
  appId: string;
  appPassword: string;
  appType: string;
  tenantId: string;
  /** Instead of a secret: a certificate, with its SHA-256 thumbprint. */
  certificate?: { thumbprint: string; privateKey: string } | undefined;
  platformUrl: string | undefined;
}

const login = 'https://login.microsoftonline.com';
/** MSAL would wait for an answer for ever, and all that wants a token with it. */
const timeoutMs = 15_000;
/** A token that is used when it has less than this left may have ended when it arrives. */
const earlyMs = 300_000;

/** Read in when the first token is wanted. */
const readMsal = () => import('@azure/msal-node');

/** MSAL refuses a login address that is not https: it asks for Microsoft's, and a stand-in is asked in its place. */
function networkOf({ platformUrl }: GraphAccess): INetworkModule {
  const ask = async (method: string, url: string, options: NetworkRequestOptions = {}) => {
    const { headers = {}, body = null } = options;
    const address = platformUrl ? url.replace(login, `${platformUrl}/entra`) : url;
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(address, { method, headers, body, signal });
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

/** How the app proves to Entra that it is itself. */
const proofOf = ({ appPassword, certificate }: GraphAccess) =>
  certificate
    ? {
        clientCertificate: {
          thumbprintSha256: certificate.thumbprint,
          privateKey: certificate.privateKey,
        },
      }
    : { clientSecret: appPassword };

/** Whoever asks a tenant with the app's secret or certificate; what it was given it keeps. */
export async function clientOf(
  access: GraphAccess,
  tenant: string,
  networkClient = networkOf(access),
): Promise<ConfidentialClientApplication> {
  const { ConfidentialClientApplication } = await readMsal();
  const auth = { clientId: access.appId, authority: `${login}/${tenant}`, ...proofOf(access) };
  return new ConfidentialClientApplication({ auth, system: { networkClient } });
}

type Given = Pick<AuthenticationResult, 'accessToken' | 'expiresOn'> | null;

/**
 * One token for all, asked for once while it is good: a ballot waits for it, and looking it up in MSAL costs what sending
 * the call does. A refusal is not kept: the next who wants it asks again.
 */
function keeping(ask: () => Promise<Given>): GetToken {
  let kept = { token: '', until: -Infinity };
  let asking: Promise<string> | null = null;
  const anew = async (): Promise<string> => {
    const given = await ask();
    if (!given) throw new Error('Entra gave no token');
    const leftMs = (given.expiresOn?.getTime() ?? 0) - Date.now();
    kept = { token: given.accessToken, until: performance.now() + leftMs - earlyMs };
    return kept.token;
  };
  return async () => {
    if (kept.until > performance.now()) return kept.token;
    return (asking ??= anew().finally(() => {
      asking = null;
    }));
  };
}

/** The app's own token: by managed identity, certificate or secret. */
function ownToken(access: GraphAccess, resource: string, tenant: string, network?: INetworkModule): GetToken {
  const scopes = [`${resource}/.default`];
  let client: Promise<() => Promise<Given>> | null = null;
  const made = async (): Promise<() => Promise<Given>> => {
    if (access.appType !== 'userassignedmsi' || access.platformUrl) {
      const app = await clientOf(access, tenant, network);
      return () => app.acquireTokenByClientCredential({ scopes });
    }
    const { ManagedIdentityApplication } = await readMsal();
    const app = new ManagedIdentityApplication({
      managedIdentityIdParams: { userAssignedClientId: access.appId },
      system: { networkClient: network ?? networkOf(access) },
    });
    return () => app.acquireToken({ resource });
  };
  return keeping(async () => (await (client ??= made()))());
}

export const graphToken = (access: GraphAccess): GetToken =>
  ownToken(access, 'https://graph.microsoft.com', access.tenantId);

/** Where a bot of many tenants gets its tokens; a stand-in knows one tenant alone. */
const anyTenant = 'botframework.com';

/** The bot's own token for the Connector. Only tests have a network of their own. */
export function botToken(access: GraphAccess, network?: INetworkModule): GetToken {
  const many = access.appType === 'multitenant' && !access.platformUrl;
  const tenant = many ? anyTenant : access.tenantId;
  return ownToken(access, 'https://api.botframework.com', tenant, network);
}
