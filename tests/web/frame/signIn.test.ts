import { beforeAll, describe, expect, test } from '@jest/globals';
import { appId, oid, tenantId } from '../../support/app.ts';
import { member, secretariat, stranger, type Member } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { channelToken } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let one: Member;
const foreign = '99999999-9999-4999-8999-999999999999';

beforeAll(async () => void (one = await member(house, { name: 'Aarhus Kommune' })));

const forged = (overrides?: object): Promise<string> =>
  house.api('POST', '/token', { objectId: one.staff.objectId, overrides }).then(({ token }) => token);
const past = () => Math.floor(Date.now() / 1000) - 3600;

const refused: [string, () => Promise<string | undefined>][] = [
  ['no token', async () => undefined],
  ['a text that is no token', async () => 'abc.def.ghi'],
  ['a token signed by somebody else', () => forged({ key: 'other' })],
  ['a token signed with a key that is not published', () => forged({ key: 'other', kid: 'unknown' })],
  ['a token that is not signed', () => forged({ alg: 'none' })],
  ['a token for another app', () => forged({ aud: foreign })],
  ['a token from another issuer', () => forged({ iss: 'https://login.microsoftonline.com/common/v2.0' })],
  ['a token of a foreign tenant, from its own issuer', () => forged({ tid: foreign })],
  [
    'a token that only names our tenant',
    () => forged({ iss: `${house.platform.url}/entra/${foreign}/v2.0` }),
  ],
  [
    'a token without a tenant',
    () => forged({ tid: null, iss: `${house.platform.url}/entra/${tenantId}/v2.0` }),
  ],
  ['a token without our scope', () => forged({ scp: 'User.Read' })],
  ['a token whose scope only begins like ours', () => forged({ scp: 'access_as_user_too' })],
  ['a token without any scope', () => forged({ scp: null })],
  ['a token of version 1', () => forged({ ver: '1.0' })],
  ['a token of nobody', () => forged({ oid: null })],
  ['an expired token', () => forged({ exp: past() })],
  ['a token that never expires', () => forged({ exp: null })],
  ['a token that is not valid yet', () => forged({ nbf: past() + 7200 })],
  ['the channel’s token', () => channelToken(house)],
  [
    'an app’s own token',
    () => house.api('POST', '/app-token', { audience: appId }).then(({ token }) => token),
  ],
];
const doors = (token: string | undefined) => [
  house.request('GET', '/api/views/me', { token }),
  house.request('GET', '/api/views/noSuchView', { token }),
  house.request('POST', '/api/acts/startRevision', {
    token,
    body: { title: 'X', track: 'revise', year: 2027 },
  }),
  house.request('POST', '/api/acts/noSuchAct', { token, body: {} }),
  house.request('GET', '/api/acts/startRevision/allowed', { token }),
  house.request('GET', '/api/live', { token }),
];

describe('the tab is answered', () => {
  test.each(refused)('with 401 at every door to %s', async (_, token) => {
    const before = await fingerprint(house);
    for (const answer of await Promise.all(doors(await token()))) {
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({ ok: false, refusal: { code: 'notSignedIn' } });
    }
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test('with 403 at every door to somebody whom the register does not know', async () => {
    const token = await (await stranger(house)).token();
    for (const answer of await Promise.all(doors(token))) {
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ ok: false, refusal: { code: 'notRegistered' } });
    }
  });

  test('to a registered person, with one scope among several, and within the minutes clocks may differ', async () => {
    for (const overrides of [
      {},
      { scp: 'profile access_as_user' },
      { exp: Math.floor(Date.now() / 1000) - 60 },
    ])
      expect((await house.request('GET', '/api/views/me', { token: await forged(overrides) })).status).toBe(
        200,
      );
  });

  test('a token in the address is no token', async () => {
    const token = await forged();
    expect((await house.request('GET', `/api/views/me?access_token=${token}`)).status).toBe(401);
    const basic = { headers: { authorization: `Basic ${token}` } };
    expect((await house.request('GET', '/api/views/me', basic)).status).toBe(401);
  });

  test('the secretariat is who the configuration names, and nobody else', async () => {
    expect(await secretariat(house).view('me')).toMatchObject({ secretariat: true, organisationId: null });
    expect(await secretariat(house, 1).view('me')).toMatchObject({ secretariat: true });
    expect(await one.staff.view('me')).toMatchObject({ secretariat: false, organisationId: one.id });
  });

  test('further tenants only when they are configured', async () => {
    const app = await house.startAnother({ ALLOWED_TENANTS: `${oid(4)}, ${foreign}` });
    const authorization = `Bearer ${await forged({ tid: foreign })}`;
    const known = () => fetch(`${app.url}/api/views/me`, { headers: { authorization } });
    expect((await known()).status).toBe(403);
    const { personId, objectId } = one.staff;
    await house.sql('update person set tenant_id = $2 where id = $1', [personId, foreign]);
    expect((await known()).status).toBe(200);
    await house.sql('update person set tenant_id = $2 where object_id = $1', [objectId, tenantId]);
  });
});
