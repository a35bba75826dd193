import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Web } from '../../../bot/web/server.ts';
import { member, type Member } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';
import { web } from '../../support/wire/web.ts';

const house = useHouse();
let one: Member;
beforeAll(async () => void (one = await member(house, { name: 'Aarhus Kommune' })));

interface Route {
  method: string;
  path: string;
}
/** As the server itself lists them, so that a door is tried by being there. */
const routes = (): Route[] => {
  const made = web();
  made.live.close();
  const all = (
    made.server as unknown as { router: { getRoutes(): Record<string, Route> } }
  ).router.getRoutes();
  return Object.values(all).map(({ method, path }) => ({ method, path }));
};
/** What stands where a door wants a name; nowhere a thing that is. */
const addressed = (path: string): string => path.replace(/:\w+/g, 'nothing').replace('*', 'nothing');

const cspOf = (headers: Headers): Map<string, string> =>
  new Map(
    (headers.get('content-security-policy') ?? '')
      .split(';')
      .map((part) => part.trim().split(/ (.*)/s, 2) as [string, string]),
  );
const mustName = ['default-src', 'base-uri', 'form-action', 'object-src', 'frame-ancestors'];

function faults({ headers, status, url }: Response): string[] {
  const wrong: string[] = [];
  const must = (name: string, value: string): void => {
    if (headers.get(name) !== value) wrong.push(`${name}: ${headers.get(name)}`);
  };
  must('x-content-type-options', 'nosniff');
  must('referrer-policy', 'no-referrer');
  // The tab's own page, where one is built, says nothing of anybody: it may be kept, and is asked for anew.
  const isTab = status === 200 && /^\/tab(\/|$)/.test(new URL(url).pathname) && !url.endsWith('.json');
  // The trail's heads are for everybody, and for whoever keeps them on the way.
  const isPublic = status === 200 && new URL(url).pathname === '/trail/heads';
  must('cache-control', isTab ? 'no-cache' : isPublic ? 'public, max-age=30' : 'no-store');
  const policy = cspOf(headers);
  for (const name of mustName)
    if (!policy.get(name)) wrong.push(`a policy without ${name}`);
    else if (!headers.get('content-type')?.includes('html') && policy.get(name) !== "'none'")
      wrong.push(`${name} ${policy.get(name)}`);
  for (const name of ['base-uri', 'form-action', 'object-src'])
    if (policy.get(name) !== "'none'") wrong.push(`${name} ${policy.get(name)}`);
  return wrong;
}

const asks = async (route: Route, init: RequestInit = {}): Promise<Response> => {
  const body = route.method === 'POST' ? { body: '{}' } : {};
  const headers = { 'content-type': 'application/json', ...(init.headers as Record<string, string>) };
  const leave = AbortSignal.timeout(10_000);
  return fetch(`${house.app.url}${addressed(route.path)}`, {
    method: route.method,
    redirect: 'manual',
    signal: leave,
    ...body,
    ...init,
    headers: route.method === 'POST' ? headers : (init.headers ?? {}),
  });
};

describe('every answer says what a browser may do with it, which is nothing unless a page needs it', () => {
  test('there are doors to try', () => {
    const paths = routes().map(({ path }) => path);
    expect(paths.length).toBeGreaterThanOrEqual(20);
    for (const path of [
      '/api/messages',
      '/api/views/:name',
      '/privacy',
      '/api/live',
      '/metrics',
      '/api/clock',
    ])
      expect(paths).toContain(path);
  });

  test('at every door, to nobody', async () => {
    for (const route of routes()) {
      const answer = await asks(route);
      expect([route, answer.status, faults(answer)]).toEqual([route, answer.status, []]);
      expect(answer.status).not.toBe(500);
      await answer.body?.cancel();
    }
  });

  test('at every door, to a member, and to whoever sends what cannot be read', async () => {
    const authorization = `Bearer ${await one.staff.token()}`;
    const kinds: RequestInit[] = [
      { headers: { authorization } },
      { headers: { authorization, accept: 'text/html' } },
      { headers: { authorization, 'content-type': 'text/plain' } },
      { headers: { authorization }, body: '{' },
    ];
    for (const route of routes())
      for (const init of kinds) {
        if (init.body && route.method !== 'POST') continue;
        const answer = await asks(route, init);
        expect([route, init, faults(answer)]).toEqual([route, init, []]);
        await answer.body?.cancel();
      }
  });

  test('also what is there, and not only what is not', async () => {
    const authorization = `Bearer ${await one.staff.token()}`;
    for (const path of [
      '/api/views/me',
      '/api/acts/addComment/allowed',
      '/api/views/members',
      '/privacy',
      '/terms',
    ]) {
      const answer = await fetch(`${house.app.url}${path}`, { headers: { authorization } });
      expect([path, answer.status, faults(answer)]).toEqual([path, 200, []]);
      await answer.text();
    }
  });

  test('and what the framework says by itself: no such path, no such method, too much, too fast', async () => {
    const slow = await house.startAnother({ ADDRESS_BURST: '1', ADDRESS_RATE: '0.1' });
    const large = JSON.stringify({ text: 'x'.repeat(600_000) });
    const sent: [number, string, string, string?][] = [
      [404, '/nowhere', 'GET'],
      [404, '/api/../x', 'GET'],
      [405, '/api/views/me', 'DELETE'],
      [405, '/privacy', 'OPTIONS'],
      [413, '/api/acts/addComment', 'POST', large],
    ];
    for (const [status, path, method, body] of sent) {
      const headers: Record<string, string> = body ? { 'content-type': 'application/json' } : {};
      const answer = await fetch(`${house.app.url}${path}`, { method, headers, ...(body && { body }) });
      expect([path, answer.status, faults(answer)]).toEqual([path, status, []]);
    }
    const answers = [await fetch(`${slow.url}/privacy`), await fetch(`${slow.url}/privacy`)];
    expect(answers.map((one) => [one.status, faults(one)])).toEqual([
      [200, []],
      [429, []],
    ]);
  });
});

describe('a browser is told to come by https alone', () => {
  test('where people reach the app that way, and nowhere else', async () => {
    const safe = await house.startAnother({ PUBLIC_URL: 'https://partnerskab.example' });
    for (const path of ['/privacy', '/api/views/me', '/nowhere', '/healthz']) {
      const said = async (url: string) => (await fetch(url + path)).headers.get('strict-transport-security');
      expect(await said(safe.url)).toBe('max-age=31536000');
      expect(await said(house.app.url)).toBeNull();
    }
  });
});

describe('the page of the tab', () => {
  let folder = '';
  let url = '';
  let made: Web;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tab-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<html></html>');
    await writeFile(join(folder, 'assets', 'a-1.js'), 'export {}');
    made = web({ tabFolder: `${folder}/` });
    await new Promise<void>((done) => void made.server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${made.server.address().port}`;
  });
  afterAll(async () => {
    made.live.close();
    await new Promise<void>((done) => void made.server.close(done));
    await rm(folder, { recursive: true });
  });

  test('runs its own scripts alone, posts nowhere, and is framed by Teams and nobody else', async () => {
    for (const path of ['/tab', '/tab/', '/tab/revision/1', '/tab/consent/ended']) {
      const { status, headers } = await fetch(`${url}${path}`);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
      const policy = cspOf(headers);
      expect(mustName.filter((name) => !policy.get(name))).toEqual([]);
      expect(policy.get('default-src')).toBe("'self'");
      for (const name of ['base-uri', 'form-action', 'object-src']) expect(policy.get(name)).toBe("'none'");
      expect(policy.has('script-src')).toBe(false);
      expect(policy.get('frame-ancestors')).toContain('https://teams.microsoft.com');
      expect(policy.get('frame-ancestors')).not.toMatch(/127|localhost|'self'| \* /);
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('x-frame-options')).toBeNull();
    }
  });

  test('is kept by nobody, but its files are, since their names change with what is in them', async () => {
    const { status, headers } = await fetch(`${url}/tab/assets/a-1.js`);
    expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    expect(headers.get('cache-control')).toContain('immutable');
    // A file is no page, even if somebody opens it as one.
    expect(cspOf(headers).get('default-src')).toBe("'none'");
  });
});
