import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applicationName } from '../../../bot/store/frame/database.ts';
import { eventually, sendTo, type Answer } from '../../support/app.ts';
import { defaultRules, hearing, revision } from '../../support/cases.ts';
import { install, isWhole, member, secretariat, type Member, type Someone } from '../../support/factories.ts';
import { asAdmin } from '../../support/postgres.ts';
import { spawnApp, type Running } from '../../support/process.ts';
import { cardMessages } from '../../support/teams.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let by: Someone;
let one: Member;
let token: string;
/** In a process of its own, so that what it logs can be read. */
let app: Running;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  token = await by.token();
  app = await spawnApp({ ...house.env, LOG_LEVEL: 'error' });
  house.onClose(() => app.stop());
}, 60_000);

const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  sendTo(`${app.url}${path}`, 'GET', { token, headers });

/** Nobody gets in, and whoever was in is put out: what a database that is restarted looks like. */
async function allow(connections: boolean): Promise<void> {
  const name = new URL(house.databaseUrl).pathname.slice(1);
  await asAdmin(async (client) => {
    await client.query(`alter database "${name}" with allow_connections ${connections}`);
    if (!connections)
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  });
}
/** What goes wrong on our side: a table is not where it should be. */
async function broken<T>(work: () => Promise<T>): Promise<T> {
  await house.sql('alter table rules rename to away');
  try {
    return await work();
  } finally {
    await house.sql('alter table away rename to rules');
  }
}
interface Line {
  level: number;
  requestId?: string;
  msg: string;
}
const logged = (): Line[] =>
  app
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);

describe('when something goes wrong on our side', () => {
  test('the apology carries the number under which it is in the log, once, and nothing of what it was', async () => {
    const { status, body } = await broken(() => get('/api/views/rules'));
    expect(status).toBe(500);
    expect(Object.keys(body.refusal).sort()).toEqual(['code', 'message', 'requestId']);
    const { code, message, requestId } = body.refusal;
    expect(code).toBe('unexpected');
    for (const text of [message.da, message.en]) expect(text).toContain(requestId);
    expect(JSON.stringify(body)).not.toMatch(/relation|select|rules|\.ts|postgres/i);
    const lines = await eventually(
      async () => logged().filter((line) => line.requestId === requestId),
      (seen) => seen.length > 0,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ level: 50 });
  });

  test('the number is the one that came with the request, when it is one', async () => {
    const numbered = (id: string) => broken(() => get('/api/views/rules', { 'x-request-id': id }));
    expect((await numbered('proxy-4711_a')).body.refusal.requestId).toBe('proxy-4711_a');
    for (const wrong of ['a b', '<script>', 'x'.repeat(65), '{"level":60}', '../../etc']) {
      const { requestId } = (await numbered(wrong)).body.refusal;
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test('each request has a number of its own', async () => {
    const answers = await broken(() => Promise.all(Array.from({ length: 5 }, () => get('/api/views/rules'))));
    expect(new Set(answers.map((answer) => answer.body.refusal.requestId)).size).toBe(5);
  });

  test('an act is undone whole, and its repeat with the same key is done', async () => {
    const act = () =>
      sendTo<any>(`${app.url}/api/acts/confirmRules`, 'POST', {
        token,
        body: defaultRules,
        key: 'in spite of all',
      });
    expect((await broken(act)).status).toBe(500);
    expect((await get('/api/views/rules')).body.confirmed).toBe(false);
    expect((await act()).status).toBe(200);
    expect((await get('/api/views/rules')).body.confirmed).toBe(true);
  });

  test('no token, no name and no address is in the log', async () => {
    await broken(() => get(`/api/views/rules?email=hemmelig@example.dk`));
    expect(app.log()).not.toContain(token);
    expect(app.log()).not.toMatch(/Bearer|Sekretariatsleder|@example\.dk|@sekretariat/);
  });
});

describe('when the database is gone', () => {
  let chat: string;
  let hearingId: string;
  beforeAll(async () => {
    chat = await install(house, one.representative);
    await house.setClock('2027-01-11T08:00:00.000Z');
    await allow(false);
  });
  afterAll(() => allow(true));

  test('the app says that it is not ready, lives on, and goes on being measured', async () => {
    expect((await get('/readyz')).status).toBe(503);
    expect((await get('/healthz')).body).toEqual({ ok: true });
    const { status, body } = await get('/metrics');
    expect(status).toBe(200);
    expect(body).toMatch(/^process_cpu_seconds_total /m);
  });

  test('what does not need it is served, and everything else answered with an apology', async () => {
    for (const path of ['/api/openapi.json', '/tab/settings.json'])
      expect((await get(path)).status).toBe(200);
    const body = { title: 'Rengøring', track: 'revise', year: 2027 };
    const answers = [
      await get('/api/views/me'),
      await get('/api/acts/startRevision/allowed'),
      await sendTo<any>(`${app.url}/api/acts/startRevision`, 'POST', { token, body, key: 'meanwhile' }),
    ];
    for (const { status, body: said } of answers) {
      expect({ status, code: said.refusal.code }).toEqual({ status: 503, code: 'unavailable' });
      expect(JSON.stringify(said)).not.toMatch(/database|connection|postgres|ECONN/i);
    }
  });

  test('nobody is let in who should not be', async () => {
    expect((await sendTo(`${app.url}/api/views/me`, 'GET')).status).toBe(401);
  });

  test('when it is back, the same app is ready by itself, and takes the act that failed', async () => {
    await allow(true);
    const ready = async () => (await get('/readyz')).status;
    expect(await eventually(ready, (status) => status === 200)).toBe(200);
    const body = { title: 'Rengøring', track: 'revise', year: 2027 };
    const again = await sendTo<any>(`${app.url}/api/acts/startRevision`, 'POST', {
      token,
      body,
      key: 'meanwhile',
    });
    expect(again.status).toBe(200);
    const { items } = (await get('/api/views/revisions')).body;
    expect(items).toHaveLength(1);
  });

  test('the trail is sealed again, messages leave again, and each arrives once', async () => {
    ({ hearingId } = await hearing(house, { of: await revision(house) }));
    const told = async () => (await by.view(`deliveries?hearingId=${hearingId}`)).items;
    const all = await eventually(
      told,
      (items: any[]) => items.every((row) => row.state === 'accepted'),
      10_000,
    );
    expect(all).toHaveLength(1);
    expect(await cardMessages(house, chat, one.representative)).toHaveLength(1);
    const { revision: about } = await by.view(`hearing?id=${hearingId}`);
    const trail = () => by.view(`trail?revisionId=${about.id}`);
    const { verification } = await eventually(trail, (seen) => seen.verification.unsealed === 0, 10_000);
    expect(verification.ok).toBe(true);
  });

  test('whoever watched all the while hears again, and is told to look at everything', async () => {
    const ending = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${app.url}/api/live`, { headers, signal: ending.signal });
    let text = '';
    const reading = (async () => {
      for await (const chunk of answer.body!) text += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    await allow(false);
    await allow(true);
    await eventually(
      async () => text,
      (seen) => seen.includes('event: change'),
      6_000,
    );
    const { revisionId } = await revision(house);
    await eventually(
      async () => text,
      (seen) => seen.includes(revisionId),
      6_000,
    );
    ending.abort();
    await reading;
  });
});

describe('when connections are lost in use', () => {
  const mine = `datname = current_database() and pid <> pg_backend_pid()`;
  const cut = (application: string) =>
    house.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where ${mine} and application_name = $1`,
      [application],
    );

  test('what was under way is done once or answered with an apology, and the same key then does it', async () => {
    const before = (await by.view('revisions?limit=100')).items.length;
    const titles = Array.from({ length: 30 }, (_, index) => `Rengøring ${index + 1}`);
    const start = (title: string): Promise<Answer> =>
      sendTo<any>(`${app.url}/api/acts/startRevision`, 'POST', {
        token,
        body: { title, track: 'revise', year: 2027 },
        key: title,
      });
    const answers = titles.map(start);
    for (let cuts = 0; cuts < 6; cuts += 1) {
      await new Promise((done) => setTimeout(done, 4));
      await cut(applicationName);
    }
    for (const { status } of await Promise.all(answers)) expect([200, 503]).toContain(status);
    for (const title of titles) {
      const done = () => start(title);
      await eventually(done, ({ status }) => status === 200);
    }
    expect((await by.view('revisions?limit=100')).items).toHaveLength(before + titles.length);
  });

  test('a clock that moves meanwhile does not stop the app', async () => {
    for (let cuts = 0; cuts < 10; cuts += 1) {
      await house.sql(`select pg_notify('clock', ''), pg_notify('clock', '')`);
      await cut(applicationName);
    }
    expect((await get('/healthz')).status).toBe(200);
  });

  test('an absence of any length ends with one listener an app', async () => {
    const listeners = async () =>
      (
        await house.sql<{ pid: number }>(
          `select pid from pg_stat_activity where ${mine} and application_name = 'partnership-listen'`,
        )
      ).length;
    expect(await listeners()).toBe(2);
    await allow(false);
    await new Promise((done) => setTimeout(done, 4_500));
    await allow(true);
    const back = () => listeners().catch(() => 0);
    await eventually(back, (count) => count >= 2);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await listeners()).toBe(2);
  }, 20_000);
});

test('a refusal is no failure: it has its sentence, and leaves nothing in the log', async () => {
  const before = logged().length;
  const { status, body } = await sendTo<any>(`${app.url}/api/acts/startRevision`, 'POST', {
    token,
    body: {},
  });
  expect([status, isWhole(body.refusal)]).toEqual([400, true]);
  expect(logged()).toHaveLength(before);
});
