import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../bot/config.ts';
import { appId, configFor, eventually, sealed, sendTo, type App } from '../../support/app.ts';
import { hearing, type Hearing } from '../../support/cases.ts';
import { member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
});

const get = (path: string, app: { url: string } = house.app) => fetch(`${app.url}${path}`);

describe('for whoever keeps the app alive', () => {
  test('it says that it lives, and that it is ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await get(path)).status).toBe(200);
  });

  test('its numbers are in the form that Prometheus reads, and name no person', async () => {
    await hearing(house);
    const look = async () => (await get('/metrics')).text();
    const text = await eventually(look, (seen) => seen.includes('deliveries_total{'));
    expect(text).toMatch(/^# TYPE process_resident_memory_bytes gauge$/m);
    expect(text).not.toMatch(/@|Aarhus/);
  });

  test('it is not ready when its database is gone, and lives on', async () => {
    const app = await house.startAnother();
    await house.sql('alter table migration rename to away');
    try {
      expect((await get('/readyz', app)).status).toBe(503);
      expect((await get('/healthz', app)).status).toBe(200);
    } finally {
      await house.sql('alter table away rename to migration');
    }
    expect((await get('/readyz', app)).status).toBe(200);
  });
});

describe('for what stands in front of the app', () => {
  test('a quiet connection stays open longer than four minutes, so no request meets one that is closing', async () => {
    const answer = await get('/healthz');
    const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThan(240);
  });
});

describe('the description of the app', () => {
  test('lists every act with its input, and every view with its answer', async () => {
    const { body } = await house.request('GET', '/api/openapi.json', { token: await by.token() });
    expect(body.openapi).toBe('3.1.0');
    const paths = Object.keys(body.paths);
    for (const name of ['addComment', 'castBallot', 'closeVote', 'openHearing', 'decideTie', 'remindMissing'])
      expect(paths).toContain(`/api/acts/${name}`);
    for (const name of [
      'revisions',
      'revision',
      'hearing',
      'comments',
      'vote',
      'deliveries',
      'tasks',
      'members',
      'trail',
    ])
      expect(paths).toContain(`/api/views/${name}`);
    expect(paths).not.toContain('/api/acts/noteConversation');
    const input = body.paths['/api/acts/addComment'].post.requestBody.content['application/json'].schema;
    expect(input.required).toEqual(expect.arrayContaining(['hearingId', 'type', 'text']));
    expect(input.properties.type.enum).toEqual(['general', 'technical', 'editorial']);
  });
});

describe('the tab', () => {
  test('is told before sign-in which app it belongs to, and nothing more', async () => {
    const { status, body } = await house.request('GET', '/tab/settings.json');
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['appId', 'local', 'partnership']);
    expect(body).toMatchObject({ appId, local: true });
    expect(body.partnership.da).not.toBe('');
  });

  test('is one page whatever its address, may be framed by Teams, and is never a way into the folders', async () => {
    for (const path of [
      '/tab/',
      '/tab/revision/1',
      '/tab/assets/none.js',
      '/tab/..%2f..%2fpackage.json',
      '/tab/%2e%2e/%2e%2e/package.json',
    ]) {
      const answer = await get(path);
      const text = await answer.text();
      expect({ path, server: answer.status >= 500 && answer.status !== 503 }).toEqual({
        path,
        server: false,
      });
      expect(text).not.toContain('devDependencies');
      if (answer.status !== 200 || !text.includes('<html')) continue;
      const policy = answer.headers.get('content-security-policy');
      expect(policy).toContain('https://teams.microsoft.com');
      expect(answer.headers.get('x-frame-options')).toBeNull();
    }
  });

  test('an address that cannot be read is refused, not failed on', async () => {
    expect((await get('/tab/%')).status).toBeLessThan(500);
    expect((await get('/tab/%E0%A4%A')).status).toBeLessThan(500);
  });

  test('what is nowhere is not found, in our own words', async () => {
    const { status, body } = await house.request('GET', '/api/nowhere');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      ok: false,
      refusal: { message: { da: expect.any(String), en: expect.any(String) } },
    });
  });
});

/** Everything a watcher hears, until the test ends. */
async function watch(app: { url: string }, who: Someone) {
  const ending = new AbortController();
  const headers = { authorization: `Bearer ${await who.token()}` };
  const answer = await fetch(`${app.url}/api/live`, { headers, signal: ending.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  const reading = (async () => {
    for await (const chunk of answer.body!) text += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  return {
    heard: async () => text,
    stop: async () => {
      ending.abort();
      await reading;
    },
  };
}

/** A hearing of which all that has happened has been told, so that what is heard from then on is news. */
async function oldHearing(): Promise<Hearing> {
  const held = await hearing(house);
  await sealed(house, held.revisionId);
  return held;
}

describe('live updates', () => {
  test('whoever watches hears within about a second which case changed, and nothing of what', async () => {
    const held = await oldHearing();
    const watching = await watch(house.app, one.staff);
    const input = { hearingId: held.hearingId, type: 'general' as const, text: 'Hemmeligt' };
    await one.staff.do('addComment', input);
    const text = await eventually(watching.heard, (seen) => seen.includes(held.revisionId));
    expect(text).toMatch(/event: change\ndata: \{[^\n]*\}\n\n/);
    expect(text).not.toContain('Hemmeligt');
    await watching.stop();
  });

  test('what another app on the same database changed is heard too', async () => {
    const app = await house.startAnother();
    const held = await oldHearing();
    // Whoever may not read a draft does not hear of it: its own organisation does.
    const watching = await watch(app, one.staff);
    await one.staff.do('addComment', { hearingId: held.hearingId, type: 'general', text: 'Fra den anden' });
    await eventually(watching.heard, (seen) => seen.includes(held.revisionId));
    await watching.stop();
  });

  test('the clock that one app moves is the other’s too', async () => {
    const app = await house.startAnother();
    await house.advance('P3D');
    const now = async () => (await sendTo<{ now: string }>(`${app.url}/api/clock`, 'GET')).body.now;
    await eventually(now, (seen) => seen.startsWith('2027-01-14'), 2_000);
    await house.advance('-P3D');
  });
});

describe('the configuration is refused', () => {
  const good = () => configFor('http://127.0.0.1:3979');
  const wrong: [string, Record<string, string>, RegExp][] = [
    ['without an app id', { MicrosoftAppId: '' }, /MicrosoftAppId/],
    ['with an app id that is none', { MicrosoftAppId: 'my-bot' }, /MicrosoftAppId/],
    [
      'with a kind of registration that there is not',
      { MicrosoftAppType: 'SingelTenant' },
      /MicrosoftAppType/,
    ],
    ['without a kind of registration', { MicrosoftAppType: '' }, /MicrosoftAppType/],
    ['without a tenant', { MicrosoftAppTenantId: '' }, /MicrosoftAppTenantId/],
    ['without a secret', { MicrosoftAppPassword: '' }, /MicrosoftAppPassword/],
    ['with a stand-in for the Microsoft cloud in production', { NODE_ENV: 'production' }, /PLATFORM_URL/],
    ['with a port that is none', { PORT: '99999' }, /PORT/],
    ['with a rate of nothing', { SEND_RATE: '0' }, /SEND_RATE/],
  ];
  test.each(wrong)('%s', (_, change, named) => {
    expect(() => readConfig({ ...good(), ...change })).toThrow(named);
  });

  test('and names everything that is wrong at once', () => {
    const all = { ...good(), MicrosoftAppId: '', MicrosoftAppTenantId: 'x', PORT: 'x' };
    for (const name of [/MicrosoftAppId/, /MicrosoftAppTenantId/, /PORT/])
      expect(() => readConfig(all)).toThrow(name);
  });

  test('in production it is taken without the stand-in', () => {
    const { PLATFORM_URL: _, ...env } = good();
    expect(readConfig({ ...env, NODE_ENV: 'production' })).toMatchObject({
      platformUrl: undefined,
      sendRate: 25,
    });
    expect(readConfig({ ...good(), MicrosoftAppType: 'singletenant' }).appType).toBe('singletenant');
  });
});

// First: an app without a stand-in takes the right to move the clock from the role of both.
test('with the stand-in the clock takes seconds and durations, and nothing else', async () => {
  const before = await house.now();
  await house.advance(3600);
  await house.advance('-PT1H');
  expect(Math.abs((await house.now()).getTime() - before.getTime())).toBeLessThan(5_000);
  for (const advance of ['tomorrow', null, {}, Number.MAX_VALUE.toString()])
    expect((await house.request('POST', '/api/clock', { body: { advance } })).status).toBe(400);
});

describe('without the stand-in', () => {
  let app: App;
  beforeAll(async () => {
    app = await house.startAnother({ PLATFORM_URL: '', MAIL_FROM: '' });
  });
  afterAll(() => app.stop());

  test('nobody can move the clock', async () => {
    for (const method of ['GET', 'POST'])
      expect(
        (
          await sendTo(`${app.url}/api/clock`, method, {
            body: method === 'POST' ? { advance: 1 } : undefined,
          })
        ).status,
      ).toBe(404);
    const { body } = await sendTo<any>(`${app.url}/tab/settings.json`, 'GET');
    expect(body.local).toBe(false);
  });

  test('the tab is framed by Teams only', async () => {
    const policy = (await get('/tab/', app)).headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/127\.0\.0\.1|localhost/);
  });
});
