import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';

export interface GraphAccess {
  appId: string;
  appPassword: string;
  appType: string;
  tenantId: string;
  /** Instead of a secret: a certificate, as botbuilder's own variables name it. */
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
    ? { clientCertificate: { thumbprint: certificate.thumbprint, privateKey: certificate.privateKey } }
    : { clientSecret: appPassword };

function withSecretOrCertificate(access: GraphAccess): GetToken {
  const { appId, tenantId } = access;
  const authority = `https://login.microsoftonline.com/${tenantId}`;
  const app = new ConfidentialClientApplication({ auth: { clientId: appId, authority, ...proofOf(access) } });
  return async () => {
    const result = await app.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result) throw new Error('no token for Microsoft Graph');
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
  return access.appType === 'userassignedmsi' ? withManagedIdentity(access) : withSecretOrCertificate(access);
}
