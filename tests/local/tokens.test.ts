import { describe, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { appId, oid, tenantId } from '../contract/frame/standinHelp.ts';
import { ask, refusal, useStage } from './help.ts';

const stage = useStage();
const now = () => Math.floor(Date.now() / 1000);
const made = async (kind: 'token' | 'bot-token' | 'app-token', said: object = {}): Promise<string> =>
  (await stage.api('POST', `/${kind}`, said)).token;
const channel = (overrides?: object) => made('bot-token', { overrides });
const tab = async (overrides?: object) => {
  await stage.add(1);
  return made('token', { objectId: oid(1), overrides });
};
const keys = (path: string) => createRemoteJWKSet(new URL(`${stage.platform.url}${path}`));
const channelKeys = () => keys('/botframework/v1/.well-known/keys');
const entraKeys = () => keys(`/entra/${tenantId}/discovery/v2.0/keys`);
const failure = (token: string, by: ReturnType<typeof keys>) =>
  jwtVerify(token, by).then(
    () => 'verified',
    (error: { code: string }) => error.code,
  );

describe('the channel’s token', () => {
  // platform.md section 9: RS256, issuer, audience, serviceurl, for an hour.
  test('is good from now for an hour', async () => {
    const token = await channel();
    const { iat, nbf, exp } = decodeJwt(token);
    expect(Math.abs(iat! - now())).toBeLessThan(5);
    expect(nbf).toBeLessThanOrEqual(iat!);
    expect(exp! - iat!).toBe(3600);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT', kid: expect.any(String) });
  });

  test.each<[string, unknown]>([
    ['iss', 'https://api.botframework.us'],
    ['aud', 'another app'],
    ['exp', 1],
    ['nbf', 4_102_444_800],
    ['serviceurl', 'https://elsewhere.example/'],
    ['tid', tenantId],
  ])('says on request another %s, and nothing else differs', async (claim, value) => {
    const { iat, ...usual } = decodeJwt(await channel({ nbf: 1, exp: 2 }));
    const { iat: again, ...asked } = decodeJwt(await channel({ nbf: 1, exp: 2, [claim]: value }));
    expect(asked).toEqual({ ...usual, [claim]: value });
    expect(again! - iat!).toBeLessThan(5);
  });

  test.each(['iss', 'aud', 'exp', 'nbf', 'iat', 'serviceurl'])('leaves %s out on request', async (claim) => {
    const token = await channel({ [claim]: null });
    expect(Object.keys(decodeJwt(token))).not.toContain(claim);
    expect(await failure(token, channelKeys())).toBe('verified');
  });
});

describe('a forged signature', () => {
  test('by a key nobody trusts stands under the name of the trusted one', async () => {
    const [good, bad] = [await channel(), await channel({ key: 'other' })];
    expect(decodeProtectedHeader(bad).kid).toBe(decodeProtectedHeader(good).kid);
    expect(await failure(bad, channelKeys())).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  test('under another key’s name is by the real key all the same', async () => {
    const token = await channel({ kid: 'unknown' });
    expect(decodeProtectedHeader(token).kid).toBe('unknown');
    expect(await failure(token, channelKeys())).toBe('ERR_JWKS_NO_MATCHING_KEY');
  });

  test('that is none is a token with an empty third part, and says so', async () => {
    const token = await channel({ alg: 'none' });
    expect(token.split('.')[2]).toBe('');
    expect(JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())).toEqual({ alg: 'none' });
    expect(decodeJwt(token)).toMatchObject({ iss: 'https://api.botframework.com', aud: appId });
  });

  test('of Entra does for the channel what it does in the world: nothing', async () => {
    expect(await failure(await channel({ key: 'entra' }), channelKeys())).toMatch(/SIGNATURE/);
    expect(await failure(await tab(), channelKeys())).toBe('ERR_JWKS_NO_MATCHING_KEY');
    expect(await failure(await channel(), entraKeys())).toBe('ERR_JWKS_NO_MATCHING_KEY');
  });

  test('how a token was forged is no claim of it', async () => {
    const claims = decodeJwt(await channel({ key: 'other', kid: 'x' }));
    expect(Object.keys(claims).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'nbf', 'serviceurl']);
  });
});

describe('the published keys', () => {
  test.each(['/botframework/v1/.well-known/keys', `/entra/${tenantId}/discovery/v2.0/keys`])(
    '%s hold nothing one could sign with',
    async (path) => {
      const { body } = await ask(stage, 'GET', path);
      for (const key of body.keys)
        for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(secret);
      expect(body.keys).toMatchObject([{ kty: 'RSA', use: 'sig', alg: 'RS256' }]);
    },
  );
});

describe('a tab’s token', () => {
  // platform.md section 7: v2, audience = app id, scp access_as_user, azp = a Teams client.
  test('is for the app, from the tenant’s own address, in the name of Teams', async () => {
    const token = await tab();
    expect(decodeJwt(token)).toMatchObject({
      aud: appId,
      iss: `${stage.platform.url}/entra/${tenantId}/v2.0`,
      tid: tenantId,
      oid: oid(1),
      ver: '2.0',
      scp: 'access_as_user',
      azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
      preferred_username: 'p1@example.dk',
    });
    expect(await failure(token, entraKeys())).toBe('verified');
  });

  // platform.md section 7: a guest's token is for the host tenant, with the guest object's id.
  test('of a guest is from the host’s tenant', async () => {
    const guest = {
      objectId: oid(2),
      displayName: 'Indkøber, Kommune 2',
      email: 'g@example.dk',
      guest: true,
    };
    await stage.api('POST', '/people', guest);
    const claims = decodeJwt(await made('token', { objectId: oid(2) }));
    expect(claims).toMatchObject({ tid: tenantId, oid: oid(2) });
  });

  test('of another tenant is from that tenant’s address, unless its issuer is forged too', async () => {
    const tid = '99999999-9999-4999-8999-999999999999';
    expect(decodeJwt(await tab({ tid }))).toMatchObject({
      tid,
      iss: `${stage.platform.url}/entra/${tid}/v2.0`,
    });
    expect(decodeJwt(await tab({ tid, iss: 'https://x' }))).toMatchObject({ tid, iss: 'https://x' });
  });

  test('can lack what an app must ask for', async () => {
    const claims = decodeJwt(await tab({ scp: null, oid: null, tid: null }));
    for (const claim of ['scp', 'oid', 'tid']) expect(claims).not.toHaveProperty(claim);
  });

  test('is not made for somebody nobody knows', async () => {
    const answer = await ask(stage, 'POST', '/_platform/token', { objectId: 'nobody' });
    expect(refusal(answer)).toEqual([404, 'UserNotFound']);
    expect(answer.body.token).toBeUndefined();
  });

  test('differs from person to person in every claim that names somebody', async () => {
    await stage.add(3);
    const [one, two] = [decodeJwt(await tab()), decodeJwt(await made('token', { objectId: oid(3) }))];
    for (const claim of ['oid', 'sub', 'name', 'preferred_username']) expect(one[claim]).not.toBe(two[claim]);
  });
});

describe('the app’s own token', () => {
  test('has no person and no scope in it', async () => {
    const claims = decodeJwt(await made('app-token', { audience: 'https://graph.microsoft.com' }));
    expect(claims).toMatchObject({ idtyp: 'app', appid: appId, tid: tenantId, roles: expect.any(Array) });
    for (const claim of ['scp', 'preferred_username', 'name']) expect(claims).not.toHaveProperty(claim);
  });

  test('carries Graph’s permissions for Graph alone', async () => {
    const claims = decodeJwt(await made('app-token', { audience: 'https://api.botframework.com' }));
    expect(claims).not.toHaveProperty('roles');
  });
});
