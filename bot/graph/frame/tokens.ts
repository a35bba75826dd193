import {
  ConfidentialClientApplication,
  ManagedIdentityApplication,
  type INetworkModule,
} from '@azure/msal-node';

export interface GraphAccess {
  appId: string;
  appPassword: string;
  appType: string;
  tenantId: string;
  /** Instead of a secret: a certificate, with its SHA-256 thumbprint. */
  certificate?: { thumbprint: string; privateKey: string } | undefined;
  platformUrl: string | undefined;
}

export type GetToken = () => Promise<string>;

const resource = 'https://graph.microsoft.com';
const scope = `${resource}/.default`;

function withManagedIdentity({ appId }: GraphAccess): GetToken {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: appId },
  });
  return async () => (await identity.acquireToken({ resource })).accessToken;
}

/** How the app proves to Entra that it is itself. */
export const proofOf = ({ appPassword, certificate }: GraphAccess) =>
  certificate
    ? {
        clientCertificate: {
          thumbprintSha256: certificate.thumbprint,
          privateKey: certificate.privateKey,
        },
      }
    : { clientSecret: appPassword };

interface For {
  resource: string;
  tenant: string;
  /** Only tests have one of their own. */
  network?: INetworkModule | undefined;
}

function withSecretOrCertificate(access: GraphAccess, { resource: of, tenant, network }: For): GetToken {
  const authority = `https://login.microsoftonline.com/${tenant}`;
  const app = new ConfidentialClientApplication({
    auth: { clientId: access.appId, authority, ...proofOf(access) },
    ...(network && { system: { networkClient: network } }),
  });
  return async () => {
    const result = await app.acquireTokenByClientCredential({ scopes: [`${of}/.default`] });
    if (!result) throw new Error(`no token for ${of}`);
    return result.accessToken;
  };
}

/** MSAL refuses a login address that is not https, so the stand-in is asked in its place. */
function withStandIn({ appId, appPassword, tenantId, platformUrl }: GraphAccess): GetToken {
  let kept: { value: string; until: number } | null = null;
  return async () => {
    if (kept && kept.until > performance.now()) return kept.value;
    const asked = { grant_type: 'client_credentials', client_id: appId, client_secret: appPassword, scope };
    const address = `${platformUrl}/entra/${tenantId}/oauth2/v2.0/token`;
    const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(asked) });
    if (!answer.ok) throw new Error(`no token for Microsoft Graph: ${answer.status}`);
    const { access_token, expires_in } = (await answer.json()) as {
      access_token: string;
      expires_in: number;
    };
    kept = { value: access_token, until: performance.now() + (expires_in - 300) * 1000 };
    return access_token;
  };
}

/** The app's own token for Graph: by managed identity, certificate or secret. Kept until it expires. */
export function graphToken(access: GraphAccess): GetToken {
  if (access.platformUrl) return withStandIn(access);
  if (access.appType === 'userassignedmsi') return withManagedIdentity(access);
  return withSecretOrCertificate(access, { resource, tenant: access.tenantId });
}

const connector = 'https://api.botframework.com';
/** Where a bot of many tenants gets its tokens. */
const anyTenant = 'botframework.com';

/**
 * The bot's own token for the Connector by certificate: botbuilder would name it by a SHA-1 thumbprint. Undefined where the
 * bot proves itself otherwise, which botbuilder can.
 */
export function certificateToken(access: GraphAccess, network?: INetworkModule): GetToken | undefined {
  if (!access.certificate || access.platformUrl || access.appType === 'userassignedmsi') return undefined;
  const tenant = access.appType === 'multitenant' ? anyTenant : access.tenantId;
  return withSecretOrCertificate(access, { resource: connector, tenant, network });
}
