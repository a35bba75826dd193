import { describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { appId, appPassword, oid, tenantId } from '../contract/frame/standinHelp.ts';
import { ask, to, useStage, withCard } from './help.ts';

const stage = useStage();
const graph = 'https://graph.microsoft.com';
const connector = 'https://api.botframework.com';
const good = {
  grant_type: 'client_credentials',
  client_id: appId,
  client_secret: appPassword,
  scope: `${connector}/.default`,
};
async function tokenFor(said: Record<string, string>, tenant = tenantId) {
  const url = `${stage.platform.url}/entra/${tenant}/oauth2/v2.0/token`;
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(said) });
  return { status: answer.status, body: (await answer.json()) as any };
}
const send = async (token: string, n = 1) =>
  (await stage.connector('POST', to(await stage.install(n)), withCard('x'), token)).status;

describe('metadata', () => {
  test('of a tenant names that tenant’s issuer, keys and token endpoint, all of which are there', async () => {
    const { body } = await ask(stage, 'GET', `/entra/${tenantId}/v2.0/.well-known/openid-configuration`);
    expect(body.issuer).toBe(`${stage.platform.url}/entra/${tenantId}/v2.0`);
    expect((await fetch(body.jwks_uri)).status).toBe(200);
    const answer = await fetch(body.token_endpoint, { method: 'POST', body: new URLSearchParams(good) });
    expect(answer.status).toBe(200);
  });

  test('of another tenant names another issuer', async () => {
    const { body } = await ask(stage, 'GET', '/entra/common/v2.0/.well-known/openid-configuration');
    expect(body.issuer).toBe(`${stage.platform.url}/entra/common/v2.0`);
  });

  test('of the channel names Microsoft’s issuer and keys that are here', async () => {
    const { body } = await ask(stage, 'GET', '/botframework/v1/.well-known/openidconfiguration');
    expect(body.issuer).toBe('https://api.botframework.com');
    expect(body.jwks_uri).toBe(`${stage.platform.url}/botframework/v1/.well-known/keys`);
    expect(body.id_token_signing_alg_values_supported).toEqual(['RS256']);
  });
});

describe('a token by client secret', () => {
  test.each([
    [`${connector}/.default`, connector],
    [`${graph}/.default`, graph],
  ])('for %s has the audience %s', async (scope, audience) => {
    const { status, body } = await tokenFor({ ...good, scope });
    expect([status, body.token_type, body.expires_in]).toEqual([200, 'Bearer', 3599]);
    expect(decodeJwt(body.access_token)).toMatchObject({ aud: audience, appid: appId, tid: tenantId });
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['another kind of grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['another app', { client_id: tenantId }, 400, 'unauthorized_client'],
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['no secret', { client_secret: '' }, 401, 'invalid_client'],
    ['another service', { scope: 'https://vault.azure.net/.default' }, 400, 'invalid_scope'],
    ['a service without /.default', { scope: graph }, 400, 'invalid_scope'],
  ])('with %s is not given, and Entra’s number says why', async (_, wrong, status, error) => {
    const answer = await tokenFor({ ...good, ...wrong });
    expect([answer.status, answer.body.error]).toEqual([status, error]);
    expect(answer.body.error_description).toMatch(/^AADSTS\d+: /);
    expect(answer.body.access_token).toBeUndefined();
  });

  // platform.md section 1.4: the Connector token always comes from the bot's own tenant.
  test('of another tenant is not given', async () => {
    for (const tenant of ['common', 'botframework.com', '99999999-9999-4999-8999-999999999999'])
      expect((await tokenFor(good, tenant)).body.error).toBe('invalid_request');
  });

  test('is not given for a form that is empty', async () => {
    expect((await tokenFor({})).status).toBe(400);
  });

  test('is not to be had by asking with GET', async () => {
    expect((await ask(stage, 'GET', `/entra/${tenantId}/oauth2/v2.0/token`)).status).toBe(404);
  });
});

describe('what such a token opens', () => {
  const forged = async (audience: string, overrides: object) =>
    (await stage.api('POST', '/app-token', { audience, overrides })).token as string;

  test('the Connector, for the Connector’s audience alone', async () => {
    expect(await send((await tokenFor(good)).body.access_token)).toBe(201);
    expect(await send((await tokenFor({ ...good, scope: `${graph}/.default` })).body.access_token)).toBe(401);
  });

  test.each<[string, object]>([
    ['another app’s', { appid: tenantId }],
    ['another tenant’s', { iss: 'http://127.0.0.1:1/entra/common/v2.0' }],
    ['an expired one', { exp: Math.floor(Date.now() / 1000) - 1 }],
    ['one for later', { nbf: Math.floor(Date.now() / 1000) + 600 }],
    ['one by another key', { key: 'other' }],
    ['one by nobody', { alg: 'none' }],
    ['the channel’s own key', { key: 'channel' }],
  ])('not with %s', async (_, overrides) => {
    expect(await send(await forged(connector, overrides))).toBe(401);
  });

  test('a token that was good is no longer good when its time is over', async () => {
    const exp = Math.floor(Date.now() / 1000) + 2;
    const token = await forged(connector, { exp });
    expect(await send(token)).toBe(201);
    await new Promise((done) => setTimeout(done, exp * 1000 - Date.now() + 50));
    expect(await send(token)).toBe(401);
  });

  test('a person’s token opens neither the Connector nor Graph', async () => {
    await stage.add(2);
    const { token } = await stage.api('POST', '/token', { objectId: oid(2) });
    expect(await send(token)).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${stage.platform.url}/graph/v1.0/users/${oid(2)}`, { headers });
    expect(answer.status).toBe(401);
  });
});
