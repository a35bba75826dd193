import { createLocalJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { Reply } from '../network/http.ts';
import { refused } from '../network/refused.ts';
import { asked, hasConsented } from './scopes.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';

export const onBehalf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** The claims of a tab's token that was made here for this app; null for any other. */
async function claimsOf(world: World, assertion: string): Promise<JWTPayload | null> {
  try {
    const keys = createLocalJWKSet(world.tokens.entraKeys());
    const rules = { audience: world.options.appId, issuer: world.tokens.issuer() };
    const { payload } = await jwtVerify(assertion, keys, rules);
    return payload.scp === 'access_as_user' ? payload : null;
  } catch {
    return null;
  }
}

async function given(world: World, person: Person, scopes: string[]): Promise<Reply> {
  return {
    body: {
      token_type: 'Bearer',
      scope: scopes.join(' '),
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: await world.tokens.delegated(person, scopes),
    },
  };
}

/** A token for Graph in the name of whoever the tab's token is of, once that person has consented. */
export async function tokenOnBehalf(world: World, form: URLSearchParams): Promise<Reply> {
  if (form.get('requested_token_use') !== 'on_behalf_of')
    return refused(
      400,
      'invalid_request',
      'AADSTS900144: The request body must contain requested_token_use.',
    );
  const scopes = asked(form.get('scope'));
  if (!scopes) return refused(400, 'invalid_scope', 'AADSTS70011: The scope is not valid.');
  const claims = await claimsOf(world, form.get('assertion') ?? '');
  if (!claims)
    return refused(400, 'invalid_grant', 'AADSTS50013: Assertion failed signature or audience validation.');
  const person = world.personOf(String(claims.oid));
  if (!person)
    return refused(400, 'invalid_grant', 'AADSTS50034: The user account does not exist in the directory.');
  if (!hasConsented(world, person, scopes))
    return refused(
      400,
      'invalid_grant',
      `AADSTS65001: The user or administrator has not consented to use the application with ID '${world.options.appId}'.`,
      { suberror: 'consent_required' },
    );
  return given(world, person, scopes);
}
