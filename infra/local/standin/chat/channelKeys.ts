import type { Route } from '../network/http.ts';
import { CHANNEL_ISSUER } from '../tokens.ts';
import type { World } from '../world.ts';

/** The Bot Framework's metadata: whose signature an activity carries. */
export function channelRoutes(world: World): Route[] {
  const base = () => `${world.address.origin}/botframework/v1/.well-known`;
  return [
    [
      'GET',
      /^\/botframework\/v1\/\.well-known\/openidconfiguration$/,
      () => ({
        body: {
          issuer: CHANNEL_ISSUER,
          jwks_uri: `${base()}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
          token_endpoint_auth_methods_supported: ['private_key_jwt'],
        },
      }),
    ],
    ['GET', /^\/botframework\/v1\/\.well-known\/keys$/, () => ({ body: world.tokens.channelKeys() })],
  ];
}
