import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { appId, eventually, oid, sendTo, tenantId } from '../../support/app.ts';
import { secretariat, someone, type Someone } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { headOfNow } from '../../support/headProof.ts';
import { spawnApp, type Running } from '../../support/process.ts';
import { activity, channelToken, invoke, type Activity } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let app: Running;
let who: Someone;

beforeAll(async () => {
  // A process of its own, so that its log can be read as an operator would.
  app = await spawnApp({ ...house.env, LOG_LEVEL: 'info' });
  house.onClose(() => app.stop());
  who = secretariat(house);
  // Laying it is said in the log, too.
  await headOfNow(house);
}, 60_000);

const entraToken = (overrides?: object): Promise<string> =>
  house.api('POST', '/token', { objectId: oid(1), overrides }).then(({ token }) => token);
const appToken = (audience: string, overrides?: object): Promise<string> =>
  house.api('POST', '/app-token', { audience, overrides }).then(({ token }) => token);
const registered = () => activity(house, who, { type: 'message', text: 'status' });
const post = (token: string | undefined, sent: unknown = registered()) =>
  sendTo<any>(`${app.url}/api/messages`, 'POST', { body: sent, token });

type Case = [
  name: string,
  status: 401 | 403,
  token: () => Promise<string | undefined>,
  sent?: () => Activity,
];
const fromChannel = () => channelToken(house);
const foreign = '99999999-9999-4999-8999-999999999999';
const elsewhere = 'https://attacker.example/';
const past = () => Math.floor(Date.now() / 1000) - 3600;

const refused: Case[] = [
  ['without a token', 401, async () => undefined],
  ['with a text that is no token', 401, async () => 'abc.def.ghi'],
  ['signed by somebody else under the channel’s key id', 401, () => channelToken(house, { key: 'other' })],
  [
    'signed with a key that is not published',
    401,
    () => channelToken(house, { kid: 'unknown', key: 'other' }),
  ],
  ['not signed at all', 401, () => channelToken(house, { alg: 'none' })],
  ['expired', 401, () => channelToken(house, { exp: past() })],
  ['not valid yet', 401, () => channelToken(house, { nbf: past() + 7200 })],
  ['that never expires', 401, () => channelToken(house, { exp: null })],
  ['for another bot', 401, () => channelToken(house, { aud: foreign })],
  ['from another issuer', 401, () => channelToken(house, { iss: 'https://api.botframework.us' })],
  ['from Entra: a tab’s sign-in token', 401, () => entraToken()],
  [
    'from Entra: an emulator’s token',
    401,
    () => appToken(appId, { serviceurl: `${house.platform.url}/connector/` }),
  ],
  ['from Entra: a skill’s token', 401, () => appToken(appId, { azp: foreign, appid: foreign, ver: '2.0' })],
  ['from Entra: the bot’s own token', 401, () => appToken('https://api.botframework.com')],
  [
    'from Entra, saying it is the channel',
    401,
    () => appToken(appId, { iss: 'https://api.botframework.com' }),
  ],
  ['without a service address in it', 401, () => channelToken(house, { serviceurl: null })],
  ['for another service address', 403, () => channelToken(house, { serviceurl: elsewhere })],
  [
    'with an activity without a service address',
    403,
    fromChannel,
    () => ({ ...registered(), serviceUrl: undefined }),
  ],
  [
    'with an activity that names another service address',
    403,
    fromChannel,
    () => ({ ...registered(), serviceUrl: elsewhere }),
  ],
  [
    'for a service address that is not Microsoft’s, named by both',
    403,
    () => channelToken(house, { serviceurl: elsewhere }),
    () => ({ ...registered(), serviceUrl: elsewhere }),
  ],
  [
    'for an address that only begins like the service’s',
    403,
    () => channelToken(house, { serviceurl: `${house.platform.url}.attacker.example/` }),
    () => ({ ...registered(), serviceUrl: `${house.platform.url}.attacker.example/` }),
  ],
  [
    'with an activity of another channel',
    403,
    fromChannel,
    () => ({ ...registered(), channelId: 'webchat' }),
  ],
  ['with an activity without a channel', 403, fromChannel, () => ({ ...registered(), channelId: undefined })],
  [
    'with an activity of a foreign tenant',
    403,
    fromChannel,
    () =>
      activity(house, who, {
        type: 'message',
        conversation: { id: 'a:1', conversationType: 'personal', tenantId: foreign },
        channelData: { tenant: { id: foreign } },
      }),
  ],
  [
    'with an activity whose tenants disagree',
    403,
    fromChannel,
    () => ({ ...registered(), channelData: { tenant: { id: foreign } } }),
  ],
  [
    'with an activity of no tenant',
    403,
    fromChannel,
    () => ({ ...registered(), conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }),
  ],
];

describe('an activity is not let in', () => {
  test.each(refused)('%s (%i)', async (_, status, token, sent = registered) => {
    const given = await token();
    const before = await fingerprint(house);
    const from = app.log().length;
    const answer = await post(given, sent());
    expect(answer.status).toBe(status);
    expect(answer.body).toBe('');
    expect(changes(before, await fingerprint(house))).toEqual([]);
    const log = await eventually(
      async () => app.log().slice(from),
      (text) => text.includes('\n'),
      2_000,
    );
    const lines = log.trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ level: 40, status, msg: 'an activity was not let in' });
    if (given) for (const part of given.split('.').filter(Boolean)) expect(log).not.toContain(part);
    expect(log).not.toMatch(/stack|BEGIN|"n":|Bearer/);
  });

  test('an invoke is not let in by a forged token either, and no ballot, no comment comes of it', async () => {
    const before = await fingerprint(house);
    const sent = activity(
      house,
      who,
      invoke('startRevision', { title: 'Forfalsket', track: 'revise', year: 2027 }),
    );
    expect((await post(await channelToken(house, { key: 'other' }), sent)).status).toBe(401);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  });

  test.each([
    ['no body', ''],
    ['a list', '[]'],
    ['a word', '"hello"'],
    ['half of a JSON', '{"type":'],
  ])('%s is a bad request, and nobody is told more without a token', async (_, body) => {
    expect([400, 401]).toContain((await post(undefined, body)).status);
    const { status } = await post(await fromChannel(), body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test('an activity of no conversation is a bad request', async () => {
    const sent = { ...registered(), conversation: { tenantId } };
    expect((await post(await fromChannel(), sent)).status).toBe(400);
  });
});

describe('an activity is let in', () => {
  let from = 0;
  beforeEach(() => void (from = app.log().length));
  const installed = (tenant: object) =>
    activity(house, someone(house, oid(7)), { type: 'conversationUpdate', membersAdded: [], ...tenant });

  test('with the channel’s own token, again and again, and leaves no line in the log', async () => {
    const token = await fromChannel();
    for (let i = 0; i < 3; i += 1) expect((await post(token, installed({}))).status).toBe(200);
    expect(app.log().slice(from)).toBe('');
  });

  test('within the minutes that clocks may differ', async () => {
    const justExpired = Math.floor(Date.now() / 1000) - 60;
    expect((await post(await channelToken(house, { exp: justExpired }), installed({}))).status).toBe(200);
  });

  test('when the tenant is named in one place only', async () => {
    const token = await fromChannel();
    const conversation = { id: 'a:7', conversationType: 'personal' };
    expect((await post(token, installed({ conversation }))).status).toBe(200);
    expect((await post(token, installed({ channelData: undefined }))).status).toBe(200);
  });

  test('of a further tenant only when it is configured', async () => {
    const more = await spawnApp({ ...house.env, ALLOWED_TENANTS: foreign });
    const sent = installed({ channelData: { tenant: { id: foreign } } });
    const { status } = await sendTo(`${more.url}/api/messages`, 'POST', {
      body: sent,
      token: await fromChannel(),
    });
    expect(await more.stop()).toBe(0);
    expect(status).toBe(200);
  }, 60_000);
});
