import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { startPlatform, type Platform } from '../../infra/local/platform.ts';
import { appId, appPassword, oid, tenantId } from '../contract/frame/standinHelp.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
let platform: Platform;
let handle: Handler;
const app = createServer((request, response) => handle(request, response));
const appUrl = () => `http://127.0.0.1:${(app.address() as AddressInfo).port}`;

beforeAll(async () => {
  await new Promise<void>((done) => app.listen(0, '127.0.0.1', done));
  platform = await startPlatform({ port: 0, appUrl: appUrl(), appId, appPassword, tenantId });
});
afterAll(async () => {
  await platform.close();
  app.closeAllConnections();
  await new Promise((done) => app.close(done));
});
afterEach(() => platform.setAppUrl(appUrl()));

const fetchFrom = (path: string, init?: RequestInit) => fetch(`${platform.url}${path}`, init);
const bodyOf = async (request: IncomingMessage) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('what is asked of the app by way of the page’s address', () => {
  test('comes to it with method, path, query, headers and who asked', async () => {
    let seen: IncomingMessage | undefined;
    handle = (request, response) => {
      seen = request;
      response.writeHead(418, { 'x-own': '1', 'content-type': 'text/plain' });
      response.end('svar');
    };
    const headers = { authorization: 'Bearer t', 'idempotency-key': 'k' };
    const answer = await fetchFrom('/api/views/me?a=1&b=%C3%A6', { method: 'DELETE', headers });
    expect([answer.status, await answer.text(), answer.headers.get('x-own')]).toEqual([418, 'svar', '1']);
    expect([seen!.method, seen!.url]).toEqual(['DELETE', '/api/views/me?a=1&b=%C3%A6']);
    expect(seen!.headers).toMatchObject({
      ...headers,
      'x-forwarded-for': expect.stringContaining('127.0.0.1'),
      'x-forwarded-host': new URL(platform.url).host,
      'x-forwarded-proto': 'http',
    });
  });

  test('only the tab and its API are handed on: the rest is the stand-in’s own', async () => {
    const asked: string[] = [];
    handle = (request, response) => {
      asked.push(request.url ?? '');
      response.end('the app');
    };
    for (const path of ['/tab/', '/tab/a.js', '/api/live'])
      expect(await (await fetchFrom(path)).text()).toBe('the app');
    for (const path of ['/', '/healthz', '/tabs', '/_platform/nothing', '/page/app.js', '/graph/v1.0/me'])
      expect(await (await fetchFrom(path)).text()).not.toBe('the app');
    expect(asked).toEqual(['/tab/', '/tab/a.js', '/api/live']);
  });

  test('a body of many megabytes comes through whole, both ways', async () => {
    handle = async (request, response) => void response.end(await bodyOf(request));
    const sent = randomBytes(6_000_000);
    const answer = await fetchFrom('/api/acts/import', { method: 'POST', body: sent });
    expect(hash(Buffer.from(await answer.arrayBuffer()))).toBe(hash(sent));
  });

  test('a redirect is the browser’s to follow', async () => {
    handle = (_, response) => {
      response.writeHead(302, { location: '/tab/x' });
      response.end();
    };
    const answer = await fetchFrom('/tab/', { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/tab/x']);
  });
});

describe('a stream of events', () => {
  const stream = { 'content-type': 'text/event-stream' };
  const reader = async (path = '/api/live') => {
    const answer = await fetchFrom(path);
    const from = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    return async () => (await from.read()).value;
  };

  test('passes event by event, not when it is over', async () => {
    let write: (text: string) => void = () => undefined;
    handle = (_, response) => {
      response.writeHead(200, stream);
      response.flushHeaders();
      write = (text) => void response.write(text);
    };
    const next = await reader();
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      write(event);
      expect(await next()).toBe(event);
    }
  });

  test('that the browser leaves is left at the app too', async () => {
    const left = new Promise<void>((done) => {
      handle = (request, response) => {
        response.writeHead(200, stream);
        response.write(': hello\n\n');
        request.on('close', done);
      };
    });
    const leave = new AbortController();
    await fetchFrom('/api/live', { signal: leave.signal });
    leave.abort();
    await left;
  });

  test('that the browser no longer waits for is not prepared any longer', async () => {
    const leave = new AbortController();
    const left = new Promise<void>((done) => {
      handle = (request) => {
        request.on('close', done);
        leave.abort();
      };
    });
    await expect(fetchFrom('/api/live', { signal: leave.signal })).rejects.toThrow('abort');
    await left;
  });

  test('that breaks off at the app breaks off in the browser, so that it can ask again', async () => {
    handle = (_, response) => {
      response.writeHead(200, stream);
      response.write('data: 1\n\n');
      setTimeout(() => response.destroy(), 30);
    };
    const next = await reader();
    expect(await next()).toBe('data: 1\n\n');
    await expect(next()).rejects.toThrow();
  });
});

describe('an app that is not there', () => {
  const asPage = { headers: { accept: 'text/html,application/xhtml+xml' } };

  test.each(['http://127.0.0.1:9', ''])(
    'is told to a person as a page in both languages (%s)',
    async (url) => {
      platform.setAppUrl(url);
      const answer = await fetchFrom('/tab/', asPage);
      const text = await answer.text();
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([url ? 502 : 503, 'no-store']);
      expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
      expect(text).toContain('Appen svarer ikke');
      expect(text).toContain('The app does not answer');
      expect(text).not.toMatch(/ECONN|https?:\/\//);
    },
  );

  test.each([
    ['http://127.0.0.1:9', 502, 'AppUnreachable'],
    ['', 503, 'NoApp'],
  ])('is told to a program as an error it can read (%s)', async (url, status, code) => {
    platform.setAppUrl(url);
    const answer = await fetchFrom('/api/views/me');
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({
      error: { code, message: expect.stringContaining('The app does not answer') },
    });
  });

  test('does not take the page with it, and back again it is reached', async () => {
    platform.setAppUrl('http://127.0.0.1:9');
    expect((await fetchFrom('/')).status).toBe(200);
    platform.setAppUrl(appUrl());
    handle = (_, response) => void response.end('back');
    expect(await (await fetchFrom('/api/views/me')).text()).toBe('back');
  });
});

describe('the app’s clock', () => {
  const state = async () => (await (await fetchFrom('/_platform/state')).json()) as { now: string };
  const ahead = async () => Math.round((Date.parse((await state()).now) - Date.now()) / 60_000) || 0;
  const showing = (minutes: number) => () => JSON.stringify({ now: new Date(Date.now() + minutes * 60_000) });
  const pass = async (path: string, body: () => string) => {
    handle = (_, response) => void response.end(body());
    await (await fetchFrom(path)).text();
  };

  test('is known by what passes, so that messages carry the app’s time', async () => {
    await pass('/api/clock', showing(90));
    expect(await ahead()).toBe(90);
    await pass('/api/clock', showing(-30));
    expect(await ahead()).toBe(-30);
    await pass('/api/clock', showing(0));
    expect(await ahead()).toBe(0);
  });

  test('is not learnt from another answer, nor from one that is no clock’s', async () => {
    await pass('/api/views/me', showing(90));
    for (const body of ['not json', '{}', '{"now":"never"}', 'null']) await pass('/api/clock', () => body);
    expect(await ahead()).toBe(0);
  });

  test('stands under what people write, too', async () => {
    const post = (path: string, body: object) =>
      fetchFrom(`/_platform${path}`, { method: 'POST', body: JSON.stringify(body) });
    await pass('/api/clock', showing(60));
    handle = (_, response) => void response.end('{}');
    const who = { objectId: oid(1), displayName: 'Indkøber, Kommune 1', email: 'p1@example.dk' };
    await post('/people', who);
    const { conversationId } = (await (await post('/install', who)).json()) as { conversationId: string };
    await post('/say', { objectId: oid(1), conversationId, text: 'status' });
    const path = `/_platform/chats/${encodeURIComponent(conversationId)}/messages?as=${oid(1)}`;
    const [message] = (await (await fetchFrom(path)).json()) as { at: string }[];
    expect(Math.round((Date.parse(message!.at) - Date.now()) / 60_000)).toBe(60);
    await pass('/api/clock', showing(0));
  });
});
