import { beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { appId, appPassword, oid, tenantId } from '../contract/frame/standinHelp.ts';
import { refusal } from './help.ts';
import { useGraph } from './graph/graphHelp.ts';

const { stage, graph } = useGraph();
const scope = 'https://graph.microsoft.com/Calendars.ReadBasic';
const entra = (end: string) => `${stage.platform.url}/entra/${tenantId}/oauth2/v2.0/${end}`;
const tabToken = async (n: number, overrides: object = {}): Promise<string> =>
  (await stage.api('POST', '/token', { objectId: oid(n), overrides })).token;

async function exchange(assertion: string, more: Record<string, string> = {}) {
  const form = {
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    client_id: appId,
    client_secret: appPassword,
    scope: `${scope} openid profile offline_access`,
    assertion,
    ...more,
  };
  const answer = await fetch(entra('token'), { method: 'POST', body: new URLSearchParams(form) });
  return { status: answer.status, body: (await answer.json()) as any };
}

const question = (more: Record<string, string> = {}): string =>
  `${entra('authorize')}?${new URLSearchParams({
    client_id: appId,
    response_type: 'code',
    redirect_uri: `${stage.platform.url}/tab/consent/done`,
    scope: `openid ${scope}`,
    state: 's1',
    ...more,
  })}`;
const look = (more: Record<string, string> = {}) => fetch(question(more), { redirect: 'manual' });
async function press(n: number, answer: string, more: Record<string, string> = {}): Promise<URL> {
  const body = new URLSearchParams({ objectId: oid(n), answer });
  const { headers } = await fetch(question(more), { method: 'POST', body, redirect: 'manual' });
  return new URL(headers.get('location')!);
}

const hours = ['08', '10'].map((hour) => ({ dateTime: `2027-05-06T${hour}:00:00`, timeZone: 'UTC' }));
const schedule = (token: string, schedules: string[], path = '/me') =>
  graph(
    'POST',
    `${path}/calendar/getSchedule`,
    { schedules, startTime: hours[0], endTime: hours[1] },
    { authorization: `Bearer ${token}` },
  );

beforeAll(async () => {
  await Promise.all([1, 2, 3].map((n) => stage.add(n)));
  const person = { objectId: oid(4), displayName: 'Indkøber, Kommune 4', email: 'gaest@kommune.example' };
  await stage.api('POST', '/people', { ...person, guest: true });
  await press(1, 'accept');
  await press(4, 'accept');
});

describe('a tab’s token exchanged for one of Graph', () => {
  test('is refused until that person has consented, as Entra says it', async () => {
    const { status, body } = await exchange(await tabToken(2));
    expect([status, body.error, body.suberror, body.error_codes]).toEqual([
      400,
      'invalid_grant',
      'consent_required',
      [65001],
    ]);
    expect(body.error_description).toMatch(/^AADSTS65001: /);
    expect(body.access_token).toBeUndefined();
  });

  test('is then of that person, for what they consented to and nothing more', async () => {
    const { status, body } = await exchange(await tabToken(1));
    expect([status, body.token_type, body.scope]).toEqual([200, 'Bearer', 'Calendars.ReadBasic']);
    const claims = decodeJwt(body.access_token);
    expect(claims).toMatchObject({ oid: oid(1), scp: 'Calendars.ReadBasic', appid: appId, tid: tenantId });
    expect(claims['roles']).toBeUndefined();
  });

  test.each<[string, object]>([
    ['for another app', { aud: tenantId }],
    ['by another key', { key: 'other' }],
    ['by nobody', { alg: 'none' }],
    ['that is over', { exp: Math.floor(Date.now() / 1000) - 1 }],
    ['of another tenant', { iss: 'http://127.0.0.1:1/entra/common/v2.0' }],
    ['for another scope', { scp: 'openid' }],
  ])('is refused for a token %s', async (_, overrides) => {
    const { status, body } = await exchange(await tabToken(1, overrides));
    expect([status, body.error, body.error_codes]).toEqual([400, 'invalid_grant', [50013]]);
  });

  test.each<[string, Record<string, string>, number, string]>([
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['another use', { requested_token_use: '' }, 400, 'invalid_request'],
    ['a permission that the app has not declared', { scope: 'Mail.Read' }, 400, 'invalid_scope'],
    ['no permission', { scope: 'openid profile' }, 400, 'invalid_scope'],
  ])('is refused with %s', async (_, wrong, status, error) => {
    const answer = await exchange(await tabToken(1), wrong);
    expect([answer.status, answer.body.error]).toEqual([status, error]);
  });
});

describe('the page that asks for consent', () => {
  test('names the permission and the one who is hinted at, or everybody', async () => {
    const hinted = await (await look({ login_hint: 'p3@example.dk' })).text();
    expect(hinted).toContain('Calendars.ReadBasic');
    expect(hinted.match(/<option/g)).toHaveLength(1);
    expect((await (await look()).text()).match(/<option/g)!.length).toBeGreaterThan(3);
  });

  test('sends back a code with the state, and the person is not asked again', async () => {
    const back = await press(3, 'accept');
    expect(back.pathname).toBe('/tab/consent/done');
    expect(back.searchParams.get('state')).toBe('s1');
    expect(back.searchParams.get('code')).not.toBeNull();
    const again = await look({ login_hint: 'p3@example.dk' });
    expect(again.status).toBe(302);
  });

  test('sends back a refusal with the state, and nothing is consented to', async () => {
    const back = await press(2, 'cancel');
    expect(back.searchParams.get('error')).toBe('access_denied');
    expect(back.searchParams.get('state')).toBe('s1');
    expect((await exchange(await tabToken(2))).status).toBe(400);
  });

  test.each<[string, Record<string, string>, string]>([
    ['another address to go back to', { redirect_uri: 'https://evil.example/' }, 'AADSTS50011'],
    ['another app', { client_id: tenantId }, 'AADSTS700016'],
    ['a token at once', { response_type: 'token' }, 'AADSTS70005'],
    ['a permission not declared', { scope: 'Mail.Read' }, 'AADSTS70011'],
  ])('asked with %s says so, and sends nobody anywhere', async (_, wrong, number) => {
    const answer = await look(wrong);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(number);
  });
});

describe('Graph in a person’s own name', () => {
  const own = async (n: number): Promise<string> => (await exchange(await tabToken(n))).body.access_token;

  test('tells when they are free, as it tells the app', async () => {
    const startsAt = '2027-05-06T08:30:00Z';
    await stage.api('POST', '/busy', { objectId: oid(1), startsAt, endsAt: '2027-05-06T09:15:00Z' });
    const mine = await schedule(await own(1), ['p1@example.dk']);
    expect(mine.body.value[0]).toMatchObject({ availabilityView: '0220', scheduleId: 'p1@example.dk' });
    const asApp = await graph('POST', `/users/${oid(1)}/calendar/getSchedule`, {
      schedules: ['p1@example.dk'],
      startTime: hours[0],
      endTime: hours[1],
    });
    expect(mine.body.value).toEqual(asApp.body.value);
  });

  test('has no calendar of a guest', async () => {
    expect(refusal(await schedule(await own(4), ['gaest@kommune.example']))).toEqual([
      404,
      'MailboxNotEnabledForRESTAPI',
    ]);
  });

  test('is not open to the app alone, nor the app’s own paths to a person', async () => {
    const { access_token } = (await stage.tokenFor('https://graph.microsoft.com/.default')).body;
    expect(refusal(await schedule(access_token, ['p1@example.dk']))).toEqual([400, 'BadRequest']);
    const token = await own(1);
    expect(refusal(await schedule(token, ['p1@example.dk'], `/users/${oid(1)}`))).toEqual([
      403,
      'ErrorAccessDenied',
    ]);
    const headers = { authorization: `Bearer ${token}` };
    expect((await graph('GET', `/users/${oid(1)}`, undefined, headers)).status).toBe(403);
  });

  test('is not opened by the tab’s own token', async () => {
    expect((await schedule(await tabToken(1), ['p1@example.dk'])).status).toBe(401);
  });
});
