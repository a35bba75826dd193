import type { Reply, Route } from './http.ts';
import { CHANNEL_ISSUER } from './tokens.ts';
import type { World } from './world.ts';

const audiences: Record<string, string> = {
  'https://api.botframework.com/.default': CHANNEL_ISSUER,
  'https://graph.microsoft.com/.default': 'https://graph.microsoft.com',
};

const refused = (status: number, error: string, description: string) => ({
  status,
  body: { error, error_description: description, timestamp: new Date().toISOString() },
});

function metadata(world: World, tenant: string) {
  const base = `${world.address.origin}/entra/${tenant}`;
  return {
    issuer: world.tokens.issuer(tenant),
    jwks_uri: `${base}/discovery/v2.0/keys`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token'],
    subject_types_supported: ['pairwise'],
  };
}

async function tokenFor(world: World, tenant: string, form: URLSearchParams): Promise<Reply> {
  const { appId, appPassword, tenantId } = world.options;
  const audience = audiences[form.get('scope') ?? ''];
  if (tenant !== tenantId) return refused(400, 'invalid_request', 'AADSTS90002: Tenant not found.');
  if (form.get('grant_type') !== 'client_credentials')
    return refused(400, 'unsupported_grant_type', 'AADSTS70003: Unsupported grant type.');
  if (form.get('client_id') !== appId)
    return refused(400, 'unauthorized_client', 'AADSTS700016: Application not found.');
  if (form.get('client_secret') !== appPassword)
    return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  if (!audience) return refused(400, 'invalid_scope', 'AADSTS70011: The scope is not valid.');
  const token = await world.tokens.app(audience);
  return { body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token } };
}

/** Entra: who signs, and tokens for the app's own client secret. */
export function entraRoutes(world: World): Route[] {
  return [
    [
      'GET',
      /^\/entra\/([^/]+)\/v2\.0\/\.well-known\/openid-configuration$/,
      (call) => ({ body: metadata(world, call.part(0)) }),
    ],
    ['GET', /^\/entra\/[^/]+\/discovery\/v2\.0\/keys$/, () => ({ body: world.tokens.entraKeys() })],
    [
      'POST',
      /^\/entra\/([^/]+)\/oauth2\/v2\.0\/token$/,
      async (call) => tokenFor(world, call.part(0), new URLSearchParams(await call.text())),
    ],
  ];
}
