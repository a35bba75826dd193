import { beforeAll, describe, expect, test } from '@jest/globals';
import { configurationTable, readConfig } from '../../../bot/config.ts';
import { configFor, sendTo, type Answer, type RequestOptions } from '../../support/app.ts';
import { install, isWhole, member, stranger, type Member, type Someone } from '../../support/factories.ts';
import { activity, channelToken, invoke, messagesFor, type Activity } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

/** Three at once and then next to nothing: what is counted does not hang on how quick the machine is. */
const few = {
  READ_BURST: '3',
  READ_RATE: '0.1',
  ACT_BURST: '3',
  ACT_RATE: '0.1',
  ADDRESS_BURST: '3',
  ADDRESS_RATE: '0.1',
};
const house = useHouse();
let one: Member;
let other: Member;
type App = { url: string };

beforeAll(async () => {
  one = await member(house, { name: 'Aarhus Kommune' });
  other = await member(house, { name: 'Odense Kommune' });
});

const ask = <T = any>(app: App, path: string, options: RequestOptions = {}, method = 'GET') =>
  sendTo<T>(`${app.url}${path}`, method, options);
async function fiveTimes(send: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await send()).status);
  return statuses;
}
const as = async (who: Someone): Promise<RequestOptions> => ({ token: await who.token() });
const message = (who: Someone, more: Activity = {}) =>
  activity(house, who, { type: 'message', text: 'hjælp', ...more });
const tell = async (app: App, sent: Activity, headers = {}) =>
  ask(app, '/api/messages', { token: await channelToken(house), body: sent, headers }, 'POST');

const waits = (said: unknown): boolean => JSON.stringify(said).includes('for mange forespørgsler');

describe('a person', () => {
  test('reads so much at once and is then asked to wait, in both languages and in seconds', async () => {
    const app = await house.startAnother(few);
    const token = await one.staff.token();
    expect(await fiveTimes(() => ask(app, '/api/views/me', { token }))).toEqual([200, 200, 200, 429, 429]);
    const answer = await fetch(`${app.url}/api/views/tasks`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(8);
    const { ok, refusal } = (await answer.json()) as any;
    expect(ok).toBe(false);
    expect(refusal.code).toBe('tooManyRequests');
    expect(isWhole(refusal)).toBe(true);
    // Nobody waits for somebody else of the same house.
    expect((await ask(app, '/api/views/me', await as(other.staff))).status).toBe(200);
  });

  test('is counted for what they do apart from what they read, and by whatever token they come', async () => {
    const app = await house.startAnother(few);
    const { objectId } = one.staff;
    const fresh = async () => (await house.api('POST', '/token', { objectId })).token as string;
    const act = async () => ask(app, '/api/acts/noSuchAct', { token: await fresh(), body: {} }, 'POST');
    expect(await fiveTimes(act)).toEqual([404, 404, 404, 429, 429]);
    expect(await fiveTimes(async () => ask(app, '/api/views/me', { token: await fresh() }))).toEqual([
      200, 200, 200, 429, 429,
    ]);
  });

  test('whom the register does not know is counted too', async () => {
    const app = await house.startAnother(few);
    const nobody = await as(await stranger(house));
    expect(await fiveTimes(() => ask(app, '/api/views/me', nobody))).toEqual([403, 403, 403, 429, 429]);
  });

  test('is counted for the file and the stream, the button and what is nowhere, in one', async () => {
    const app = await house.startAnother(few);
    const mine = await as(one.staff);
    const file = '/api/files/00000000-0000-4000-8000-000000000000';
    const paths = ['/api/nowhere', file, '/api/acts/addComment/allowed?kind=x', '/api/live', '/api/views/me'];
    const statuses: number[] = [];
    for (const path of paths) statuses.push((await ask(app, path, mine)).status);
    expect(statuses).toEqual([404, 404, expect.any(Number), 429, 429]);
    expect(statuses[2]).not.toBe(429);
  });
});

describe('a person in Teams', () => {
  const pressed = (data: object) => ({ ...activity(house, one.staff), ...invoke('addComment', data) });
  const typed = { hearingId: '00000000-0000-4000-8000-000000000001', text: 'Min lange bemærkning' };

  test('is counted by the same measure as in the tab, and gets HTTP 200 with a card that says so', async () => {
    const app = await house.startAnother(few);
    const mine = await as(one.staff);
    for (let n = 0; n < 3; n += 1) await ask(app, '/api/acts/noSuchAct', { ...mine, body: {} }, 'POST');
    const { status, body } = await tell(app, pressed(typed));
    expect([status, body.statusCode]).toEqual([200, 200]);
    expect(body.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(waits(body.value)).toBe(true);
    const card = JSON.stringify(body.value);
    // What was written is given back, and the way back to the form.
    expect(card).toContain('Min lange bemærkning');
    expect(card).toContain(typed.hearingId);
  });

  test('who has done too much may still look; who has looked too much may still do', async () => {
    const app = await house.startAnother(few);
    const look = { ...activity(house, one.staff), ...invoke('view', { view: 'tasks' }) };
    const saysWait = async (sent: Activity): Promise<boolean> => waits((await tell(app, sent)).body);
    for (let n = 0; n < 3; n += 1) expect(await saysWait(look)).toBe(false);
    expect(await saysWait(look)).toBe(true);
    expect(await saysWait(pressed(typed))).toBe(false);
    const automatic = { ...activity(house, one.staff), ...invoke('addComment', typed, 'automatic') };
    expect(await saysWait(automatic)).toBe(true);
  });

  test('who presses too fast where others read along is given back nothing that was typed', async () => {
    const app = await house.startAnother(few);
    const { channelId: id } = await house.api('POST', '/teams', {
      name: 'Netværk',
      members: [one.staff.objectId],
    });
    const conversation = { id, conversationType: 'channel', tenantId: house.env['MicrosoftAppTenantId'] };
    const value = { verb: 'addComment', type: 'general', ...typed };
    for (let n = 0; n < 4; n += 1) await tell(app, message(one.staff, { text: '', value, conversation }));
    const all = JSON.stringify(await messagesFor(house, id, one.staff));
    expect(waits(all)).toBe(true);
    expect(all).not.toContain(typed.text);
  });

  test('who writes too fast is told once, and the search says it in its own way', async () => {
    const app = await house.startAnother(few);
    const id = await install(house, one.staff);
    const tenantId = house.env['MicrosoftAppTenantId'];
    const conversation = { id, conversationType: 'personal', tenantId };
    const told = async () =>
      (await messagesFor(house, id, one.staff)).filter(({ cards }) => waits(cards)).length;
    expect(await fiveTimes(() => tell(app, message(one.staff, { conversation })))).toEqual([
      200, 200, 200, 200, 200,
    ]);
    expect(await told()).toBe(1);
    const value = { commandId: 'cases', parameters: [], queryOptions: { skip: 0, count: 5 } };
    const search = { ...activity(house, one.staff), type: 'invoke', name: 'composeExtension/query', value };
    const { status, body } = await tell(app, search);
    expect(status).toBe(200);
    expect(waits(body.composeExtension.text)).toBe(true);
  });

  test('the channel itself is never made to wait: everybody in Teams comes from its few addresses', async () => {
    const app = await house.startAnother(few);
    const all = await Promise.all(Array.from({ length: 12 }, () => stranger(house)));
    for (const who of all) {
      const { status, body } = await tell(app, { ...activity(house, who), ...invoke('view', {}) });
      expect([status, waits(body)]).toEqual([200, false]);
    }
  });

  test('what Teams tells of itself is never dropped, however often', async () => {
    const app = await house.startAnother(few);
    const installed = () => activity(house, one.staff, { type: 'installationUpdate', action: 'add' });
    expect(await fiveTimes(() => tell(app, installed()))).toEqual([200, 200, 200, 200, 200]);
  });
});

describe('an address that nobody is known behind', () => {
  const doors: [string, (app: App) => Promise<Answer>][] = [
    ['views without a token', (app) => ask(app, '/api/views/me')],
    ['views with a token that is none', (app) => ask(app, '/api/views/me', { token: 'a.b.c' })],
    ['acts without a token', (app) => ask(app, '/api/acts/addComment', { body: {} }, 'POST')],
    ['acts with a body that is no JSON', (app) => ask(app, '/api/acts/x', { body: '{', token: 'x' }, 'POST')],
    ['the bot without a token', (app) => ask(app, '/api/messages', { body: {} }, 'POST')],
    [
      'the bot with a token that is none',
      (app) => ask(app, '/api/messages', { body: {}, token: 'x' }, 'POST'),
    ],
    ['notifications', (app) => ask(app, '/api/graph/notifications', { body: { value: [] } }, 'POST')],
    ['lifecycle', (app) => ask(app, '/api/graph/lifecycle?validationToken=x', { body: {} }, 'POST')],
    ['a calendar address', (app) => ask(app, '/calendar/none.ics')],
    ['the page on personal data, with a token that is none', (app) => ask(app, '/privacy', { token: 'x' })],
    ['the tab', (app) => ask(app, '/tab/settings.json')],
    ['consent', (app) => ask(app, '/tab/consent')],
    ['the description', (app) => ask(app, '/api/openapi.json')],
    ['the numbers', (app) => ask(app, '/metrics')],
    ['what is nowhere', (app) => ask(app, '/nowhere')],
    [
      'a body of another kind',
      (app) => ask(app, '/api/acts/x', { body: 'x', headers: { 'content-type': 'text/plain' } }, 'POST'),
    ],
  ];
  test.each(doors)('may ask so often and then waits: %s', async (_, send) => {
    const app = await house.startAnother(few);
    const statuses = await fiveTimes(() => send(app));
    expect(statuses.slice(0, 3)).not.toContain(429);
    expect(statuses.slice(3)).toEqual([429, 429]);
    const { body } = await send(app);
    expect(isWhole(body.refusal)).toBe(true);
    await app.stop();
  });

  test('makes nobody wait who has signed in from there, and is asked whether the app lives as often as you like', async () => {
    const app = await house.startAnother(few);
    await fiveTimes(() => ask(app, '/privacy'));
    expect((await ask(app, '/privacy')).status).toBe(429);
    expect((await ask(app, '/api/views/me', await as(one.staff))).status).toBe(200);
    expect((await tell(app, { ...activity(house, one.staff), ...invoke('view', {}) })).status).toBe(200);
    for (const path of ['/healthz', '/readyz', '/api/clock'])
      expect(await fiveTimes(() => ask(app, path))).toEqual([200, 200, 200, 200, 200]);
  });

  test('is the one that a trusted proxy names, and never one that a stranger names', async () => {
    const said = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    const direct = await house.startAnother(few);
    let n = 0;
    expect(await fiveTimes(() => ask(direct, '/privacy', said(`203.0.113.${(n += 1)}`)))).toEqual([
      200, 200, 200, 429, 429,
    ]);
    const behind = await house.startAnother({ ...few, TRUSTED_PROXIES: '1' });
    expect(await fiveTimes(() => ask(behind, '/privacy', said(`203.0.113.${(n += 1)}`)))).toEqual([
      200, 200, 200, 200, 200,
    ]);
    const spoofed = () => ask(behind, '/privacy', said(`203.0.113.${(n += 1)}, 198.51.100.9`));
    expect(await fiveTimes(spoofed)).toEqual([200, 200, 200, 429, 429]);
  });
});

test('a rate of nothing, and proxies without number, are refused at start', () => {
  for (const [name, value] of [
    ['READ_RATE', '0'],
    ['ACT_BURST', '0'],
    ['ADDRESS_RATE', '-1'],
    ['TRUSTED_PROXIES', '1.5'],
  ] as const) {
    expect(() => readConfig({ ...configFor('http://127.0.0.1:9'), [name]: value })).toThrow(name);
    expect(configurationTable()).toContain(`\`${name}\``);
  }
});
