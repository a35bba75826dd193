import { rolesWithout } from './graph/permissions.ts';
import { createSigner, type Claims, type Overrides } from './keys.ts';
import type { Person, Store } from './state.ts';

export const CHANNEL_ISSUER = 'https://api.botframework.com';
export const GRAPH = 'https://graph.microsoft.com';
/** The client id of Teams on the web, in whose name a tab gets its token. */
const TEAMS_WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export type { Overrides } from './keys.ts';
type Issuers = { origin: () => string; appId: string; tenantId: string };

const personClaims = (person: Person, appId: string): Claims => ({
  aud: appId,
  azp: TEAMS_WEB_CLIENT,
  azpacr: '0',
  acct: person.guest ? 1 : 0,
  name: person.displayName,
  oid: person.objectId,
  preferred_username: person.email,
  scp: 'access_as_user',
  sub: person.mri,
  ver: '2.0',
});

const delegatedClaims = (person: Person, appId: string, scopes: string[]): Claims => ({
  aud: GRAPH,
  appid: appId,
  idtyp: 'user',
  name: person.displayName,
  oid: person.objectId,
  scp: scopes.join(' '),
  sub: person.mri,
  upn: person.email,
  ver: '1.0',
});

const appClaims = (audience: string, appId: string, denied: string[]): Claims => ({
  aud: audience,
  appid: appId,
  azp: appId,
  idtyp: 'app',
  oid: appId,
  roles: audience.includes('graph') ? rolesWithout(denied) : undefined,
  ver: '1.0',
});

export async function createTokens(store: Store, { origin, appId, tenantId }: Issuers) {
  const { sign, published } = await createSigner(store);
  const issuer = (tenant = tenantId) => `${origin()}/entra/${tenant}/v2.0`;
  return {
    issuer,
    entraKeys: () => ({ keys: [published('entra')] }),
    channelKeys: () => ({ keys: [{ ...published('channel'), endorsements: ['msteams'] }] }),

    /** What Teams' channel sends with every activity. */
    channel: (overrides?: Overrides) => {
      const claims = { iss: CHANNEL_ISSUER, aud: appId, serviceurl: `${origin()}/connector/` };
      return sign('channel', claims, overrides);
    },

    /** What a tab gets from `authentication.getAuthToken`: a guest too is in the host's tenant. */
    user: (person: Person, overrides: Overrides = {}) => {
      const tid = typeof overrides.tid === 'string' ? overrides.tid : tenantId;
      return sign('entra', { ...personClaims(person, appId), iss: issuer(tid), tid }, overrides);
    },

    /** What the app gets for Graph in the name of a person who has let it. */
    delegated: (person: Person, scopes: string[], overrides?: Overrides) =>
      sign('entra', { ...delegatedClaims(person, appId, scopes), iss: issuer(), tid: tenantId }, overrides),

    /** What the app gets for itself by its client secret. */
    app: (audience: string, overrides?: Overrides) =>
      sign(
        'entra',
        { ...appClaims(audience, appId, store.state.denied), iss: issuer(), tid: tenantId },
        overrides,
      ),
  };
}
