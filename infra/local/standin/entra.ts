import { consentRoutes } from './people/consent.ts';
import type { Reply, Route } from './network/http.ts';
import { onBehalf, tokenOnBehalf } from './people/onBehalf.ts';
import { refused } from './network/refused.ts';
import { CHANNEL_ISSUER } from './tokens.ts';
import type { World } from './world.ts';

const audiences: Record<string, string> = {
  'https://api.botframework.com/.default': CHANNEL_ISSUER,
  'https://graph.microsoft.com/.default': 'https://graph.microsoft.com',
};

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
  const grant = form.get('grant_type');
  if (tenant !== tenantId) return refused(400, 'invalid_request', 'AADSTS90002: Tenant not found.');
  if (grant !== 'client_credentials' && grant !== onBehalf)
    return refused(400, 'unsupported_grant_type', 'AADSTS70003: Unsupported grant type.');
  if (form.get('client_id') !== appId)
    return refused(400, 'unauthorized_client', 'AADSTS700016: Application not found.');
  if (form.get('client_secret') !== appPassword)
    return refused(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  if (grant === onBehalf) return tokenOnBehalf(world, form);
  const audience = audiences[form.get('scope') ?? ''];
  if (!audience) return refused(400, 'invalid_scope', 'AADSTS70011: The scope is not valid.');
  const token = await world.tokens.app(audience);
  return { body: { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token } };
}

/** Entra: who signs, tokens for the app's own client secret, and what people let it do in their name. */
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
    ...consentRoutes(world),
  ];
}
