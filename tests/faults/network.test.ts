import { beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { eventually, sendTo, type Answer } from '../support/app.ts';
import { hearing } from '../support/cases.ts';
import { isWhole, member, secretariat, type Member, type Someone } from '../support/factories.ts';
import { spawnApp, type Running } from '../support/process.ts';
import { startProxy, type Proxy } from '../support/wire/proxy.ts';
import { useHouse } from '../support/useHouse.ts';

const house = useHouse();
let proxy: Proxy;
let app: Running;
let by: Someone;
let one: Member;
let token: string;

beforeAll(async () => {
  by = secretariat(house);
  one = await member(house, { name: 'Aarhus Kommune' });
  token = await by.token();
  proxy = await startProxy(house.env['DATABASE_URL']!);
  app = await spawnApp({ ...house.env, DATABASE_URL: proxy.url, LOG_LEVEL: 'error' });
  house.onClose(async () => {
    await app.stop();
    await proxy.close();
  });
}, 60_000);

const get = (path: string): Promise<Answer> => sendTo(`${app.url}${path}`, 'GET', { token });
const start = (title: string): Promise<Answer> =>
  sendTo<any>(`${app.url}/api/acts/startRevision`, 'POST', {
    token,
    body: { title, track: 'revise', year: 2027 },
    key: title,
  });
let said = 0;
const comment = async (hearingId: string): Promise<Answer> =>
  sendTo<any>(`${app.url}/api/acts/addComment`, 'POST', {
    token: await one.representative.token(),
    body: { hearingId, type: 'general', text: `Uklart ${(said += 1)}` },
    key: `comment ${said}`,
  });

/** Everything at once, as on a morning of a hearing: each answered in words, and in how many seconds at most. */
async function meanwhile(hearingId: string): Promise<{ answers: Answer[]; seconds: number }> {
  const began = Date.now();
  const answers = await Promise.all([
    ...Array.from({ length: 40 }, () => get('/api/views/me')),
    ...Array.from({ length: 40 }, () => comment(hearingId)),
    ...Array.from({ length: 10 }, (_, at) => start(`Meanwhile ${hearingId} ${at}`)),
    ...Array.from({ length: 10 }, () => get('/api/views/revisions')),
  ]);
  return { answers, seconds: (Date.now() - began) / 1_000 };
}

function expectApologies(answers: Answer[]): void {
  const strange = answers.filter(({ status, body }) => {
    const { refusal } = body;
    return (
      status !== 200 &&
      (status !== 503 || !['unavailable', 'outcomeUnknown'].includes(refusal?.code) || !isWhole(refusal))
    );
  });
  expect(strange).toEqual([]);
}

/** Until all of it works again, and works for good: no connection is left on which nothing is answered. */
async function back(hearingId: string): Promise<number> {
  const began = Date.now();
  const works = async () => {
    const answers = await Promise.all([
      get('/readyz'),
      get('/api/views/revisions'),
      start(`Back ${Date.now()}`),
      ...Array.from({ length: 5 }, () => comment(hearingId)),
    ]);
    return answers.every(({ status }) => status === 200);
  };
  await eventually(works, (all) => all, 40_000);
  return (Date.now() - began) / 1_000;
}

const notReady = () =>
  eventually(
    () => get('/readyz'),
    ({ status }) => status === 503,
    20_000,
  );
const lives = async (): Promise<void> => expect((await get('/healthz')).body).toEqual({ ok: true });

describe('when the line to the database falls silent', () => {
  let hearingId: string;
  beforeAll(async () => void ({ hearingId } = await hearing(house)));

  test('everybody is answered in words and in bounded time, and the app says that it is not ready', async () => {
    expect(await back(hearingId)).toBeLessThan(10);
    proxy.silence();
    const [{ answers, seconds }, ready] = await Promise.all([meanwhile(hearingId), notReady()]);
    expect(ready.body).toEqual({ ok: false, reason: 'database' });
    expect(answers.filter(({ status }) => status === 200)).toEqual([]);
    expectApologies(answers);
    expect(seconds).toBeLessThan(25);
    await lives();
  }, 60_000);

  test('a probe is answered in time all the while', async () => {
    for (let times = 0; times < 3; times += 1) {
      const began = Date.now();
      expect((await get('/readyz')).status).toBe(503);
      expect(Date.now() - began).toBeLessThan(4_500);
    }
  }, 30_000);

  test('service is back within half a minute of the line, though the old connections stay silent', async () => {
    proxy.resume();
    expect(await back(hearingId)).toBeLessThan(30);
    const { answers } = await meanwhile(hearingId);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  }, 80_000);

  test('whoever watches hears again, jobs run again, and the trail is sealed again', async () => {
    const ending = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${app.url}/api/live`, { headers, signal: ending.signal });
    let text = '';
    const reading = (async () => {
      for await (const chunk of answer.body!) text += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    // What is done before the app listens again is told as "look at everything", without a name.
    const heard = async () => {
      const { body } = await start(`Heard ${Date.now()}`);
      await sleep(1_000);
      return text.includes(body.result.revisionId);
    };
    await eventually(heard, (seen) => seen, 15_000);
    ending.abort();
    await reading;
  }, 30_000);

  test('a second silence, of a moment, costs no more than the first', async () => {
    proxy.silence();
    await sleep(2_000);
    proxy.resume();
    expect(await back(hearingId)).toBeLessThan(30);
  }, 60_000);
});

describe('when the line is reset', () => {
  test('again and again in the middle of work, each act is done once or not, and the app goes on', async () => {
    const { hearingId } = await hearing(house);
    const working = meanwhile(hearingId);
    for (let times = 0; times < 10; times += 1) {
      await sleep(20);
      proxy.reset();
    }
    expectApologies((await working).answers);
    expect(await back(hearingId)).toBeLessThan(10);
    await lives();
  }, 60_000);
});

describe('when another server takes over', () => {
  /** Whoever connects from now on finds a server that takes no writes, until it is the first one. */
  const readOnly = (on: boolean) =>
    house.sql(
      `alter database "${new URL(house.databaseUrl).pathname.slice(1)}" ${on ? 'set' : 'reset'} default_transaction_read_only ${on ? '= on' : ''}`,
    );

  test('nobody is at the address, then one that takes no writes, then the new first: the app finds it', async () => {
    const { hearingId } = await hearing(house);
    await proxy.leave();
    const gone = await meanwhile(hearingId);
    expectApologies(gone.answers);
    await readOnly(true);
    await proxy.comeBack();
    const reason = async () => (await get('/readyz')).body.reason;
    expect(await eventually(reason, (seen) => seen === 'readOnly', 20_000)).toBe('readOnly');
    // What only reads is answered by it.
    expect((await get('/api/views/revisions')).status).toBe(200);
    expect((await comment(hearingId)).status).toBe(503);
    await readOnly(false);
    expect(await back(hearingId)).toBeLessThan(30);
    await lives();
  }, 90_000);
});
