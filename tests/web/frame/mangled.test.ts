import { request as httpRequest } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { acts } from '../../../bot/acts/index.ts';
import { views } from '../../../bot/views/index.ts';
import { secretariat } from '../../support/factories.ts';
import { changes, fingerprint } from '../../support/fingerprint.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let token = '';
beforeAll(async () => {
  const by = secretariat(house);
  token = await by.token();
  await by.view('me');
});

interface Sent {
  path: string;
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

/** As it is, byte by byte: a browser's own client would put the address in order first. */
function send({ path, method = 'GET', body, headers }: Sent): Promise<{ status: number; text: string }> {
  const { port } = new URL(house.app.url);
  const type = body !== undefined && { 'content-type': 'application/json' };
  const all = { authorization: `Bearer ${token}`, ...type, ...headers };
  return new Promise((done, fail) => {
    const asked = httpRequest({ port, host: '127.0.0.1', path, method, headers: all }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => void parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode!, text: Buffer.concat(parts).toString('utf8') }),
      );
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

/** What failed, or was not said in our own way. */
async function faults(all: Sent[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const sent of all) {
    const { status, text } = await send(sent);
    // Where the tab is not built, its pages say so.
    if (status >= 500 && !(status === 503 && sent.path.startsWith('/tab')))
      wrong.push(`${sent.method ?? 'GET'} ${sent.path} ${sent.body?.slice(0, 80)}: ${status} ${text}`);
  }
  return wrong;
}

const values = [
  '',
  '0',
  '-1',
  '1e400',
  'null',
  'true',
  '[]',
  '%00',
  '%ED%A0%80',
  '%F0%9F%92%A9',
  '2027-02-30',
  '2027-01-01T00:00%2B25:00',
  '0000-01-01T00:00Z',
  '__proto__',
  "'%20or%201=1%20--",
  '9'.repeat(30),
  'x'.repeat(3_000),
];
const bodies = [
  'null',
  'true',
  '-1',
  '"x"',
  '[]',
  '[[]]',
  '{}',
  '{"__proto__":{"secretariat":true}}',
  '{"constructor":{"prototype":null}}',
];
const odd = [
  'null',
  'true',
  '-1',
  '1e400',
  '{}',
  '[null]',
  '{"toString":1,"valueOf":1}',
  '"\\u0000"',
  '"\\ud800"',
  '"2027-02-30T12:00"',
  '"2027-02-03T12:00+25:00"',
  '"0000-01-01T00:00Z"',
  '"20270-01-01T00:00Z"',
];

const fieldsOf = (schema: unknown): string[] =>
  Object.keys((schema as { shape?: Record<string, unknown> }).shape ?? {});

describe('whoever is signed in and sends what makes no sense gets a refusal, never a failure', () => {
  test('in the body of an act: in place of the whole, and of each field', async () => {
    const before = await fingerprint(house);
    // The one act that asks for nothing is done, whatever comes with it.
    const { renewCalendarLink: _, ...others } = acts;
    const all = Object.entries(others).flatMap(([name, act]) => {
      const path = `/api/acts/${name}`;
      const parts = fieldsOf(act.input).flatMap((field) => odd.map((value) => `{"${field}":${value}}`));
      return [...bodies, ...parts].map((body) => ({ path, method: 'POST', body }));
    });
    expect(await faults(all)).toEqual([]);
    expect(changes(before, await fingerprint(house))).toEqual([]);
  }, 120_000);

  test('in the question whether an act is allowed', async () => {
    const all = Object.entries(acts).flatMap(([name, act]) =>
      fieldsOf(act.input).flatMap((field) =>
        values.map((value) => ({ path: `/api/acts/${name}/allowed?${field}=${value}` })),
      ),
    );
    expect(await faults(all)).toEqual([]);
  }, 120_000);

  test('in what is asked of a view', async () => {
    const all = Object.entries(views).flatMap(([name, view]) =>
      [...fieldsOf(view.query), 'limit', 'after', '__proto__'].flatMap((field) =>
        values.map((value) => ({ path: `/api/views/${name}?${field}=${value}` })),
      ),
    );
    expect(await faults(all)).toEqual([]);
  }, 120_000);

  const paths = [
    '/api/files/',
    '/api/acts/',
    '/api/views/',
    '/calendar/',
    '/tab/',
    '/tab/consent?state=',
    '/tab/consent/done?code=1&state=',
    '/api/graph/notifications?validationToken=',
    '/',
    '//',
  ];
  test('in the address itself', async () => {
    const ends = [
      ...values,
      '%',
      '%zz',
      '%2e%2e%2f',
      '..%5c',
      '%c3%28',
      '?%',
      '?a=%',
      '?=&&',
      '#',
      'constructor',
    ];
    const all = paths.flatMap((path) =>
      ends.flatMap((end) => [
        { path: path + end },
        { path: path + end, method: 'POST', body: '{}' },
        { path: `/${path}${end}` },
      ]),
    );
    expect(await faults(all)).toEqual([]);
  }, 60_000);

  test('in the headers', async () => {
    const named = ['authorization', 'idempotency-key', 'x-request-id', 'accept', 'accept-encoding'];
    const more = [
      'content-md5',
      'content-type',
      'if-none-match',
      'range',
      'x-forwarded-for',
      'accept-version',
    ];
    const hostile = [
      '',
      ' ',
      'null',
      'Bearer',
      'Bearer ..',
      'Bearer a.b.c',
      '\u00e6\u00f8',
      '*/*;q=x',
      ',;,',
      '0',
    ];
    const all = [...named, ...more].flatMap((name) =>
      [...hostile, 'x'.repeat(8_000)].flatMap((value) => [
        { path: '/api/views/me', headers: { [name]: value } },
        { path: '/tab/', headers: { [name]: value } },
        { path: '/api/acts/startRevision', method: 'POST', body: '{}', headers: { [name]: value } },
        { path: '/api/messages', method: 'POST', body: '{}', headers: { [name]: value } },
      ]),
    );
    expect(await faults(all)).toEqual([]);
  }, 60_000);

  test('and who asks for another form of the answer gets the one there is', async () => {
    for (const accept of ['text/css', 'nonsense', 'application/xml;q=1'])
      expect(await send({ path: '/api/views/me', headers: { accept } })).toMatchObject({
        status: 200,
        text: expect.stringContaining('personId'),
      });
  });

  test('in the other requests that have a body', async () => {
    const routes = ['/api/own/freeBusy', '/api/graph/notifications', '/api/messages', '/api/clock'];
    const parts = ['schedulingId', 'value', 'advance'].flatMap((field) =>
      odd.map((value) => `{"${field}":${value}}`),
    );
    const all = routes.flatMap((path) =>
      [...bodies, ...parts].map((body) => ({ path, method: 'POST', body })),
    );
    expect(await faults(all)).toEqual([]);
  }, 60_000);

  test('even about the clock that is moved in development', async () => {
    const far = ['"-P3M"', '"P"', 'null', '1e300', '1e15', '-1e15', '"P999999999Y"', '"P1D"', '0'];
    const all = far.map((value) => ({ path: '/api/clock', method: 'POST', body: `{"advance":${value}}` }));
    expect(await faults(all)).toEqual([]);
    const { status, text } = await send({ path: '/api/clock' });
    expect([status, JSON.parse(text).now.length]).toEqual([200, 24]);
  });
});
