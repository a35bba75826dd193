import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appId, appPassword, idOf, secretariatIds, tenantId } from '../../infra/local/start/identity.ts';
import { claim, clear, isFresh, otherRun, release, writeMarker } from '../../infra/local/start/marker.ts';
import { freePort, portBeside } from '../../infra/local/start/ports.ts';

const browser = new URL('../../infra/local/start/browser.ts', import.meta.url).href;
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'start-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function listening(answer: number): Promise<{ server: Server; port: number; url: string }> {
  const server = createServer((_, response) => {
    response.statusCode = answer;
    response.end('[]');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { server, port, url: `http://127.0.0.1:${port}` };
}
async function end(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

describe('a port', () => {
  test('that is free is the one that was wanted', async () => {
    const { server, port } = await listening(200);
    await end(server);
    expect(await freePort(port)).toBe(port);
  });

  test('that is taken gives way to another, which can be listened on', async () => {
    const { server, port } = await listening(200);
    const other = await freePort(port);
    await end(server);
    expect(other).not.toBe(port);
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(other, '127.0.0.1', done));
    await end(probe);
  });
});

describe('the port of the app', () => {
  test('is not wanted by a second run that starts at the same moment, and gives way when it is taken', async () => {
    const wanted = await Promise.all([47_979, 47_989].map(portBeside));
    expect(new Set(wanted).size).toBe(2);
    const { server, port } = await listening(200);
    const beside = await portBeside(port + 1);
    await end(server);
    expect(beside).not.toBe(port);
  });
});

describe('practice data', () => {
  const marker = { scenario: 'spring-meeting', port: 3979 };

  test('is used again the same day, for the same story, at the same address', () => {
    expect(isFresh(folder, marker)).toBe(false);
    writeMarker(folder, marker);
    expect(isFresh(folder, marker)).toBe(true);
    expect(isFresh(folder, { ...marker, scenario: 'another' })).toBe(false);
    expect(isFresh(folder, { ...marker, port: 3980 })).toBe(false);
  });

  test('of another day, or with a note nobody can read, is made anew', () => {
    writeMarker(folder, marker);
    const file = join(folder, 'scenario.json');
    writeFileSync(file, JSON.stringify({ ...marker, day: '2020-01-01' }));
    expect(isFresh(folder, marker)).toBe(false);
    writeFileSync(file, '{"scenario":');
    expect(isFresh(folder, marker)).toBe(false);
  });

  test('goes when it is made anew; what somebody else put into the folder stays', () => {
    const ours = ['platform.json', 'scenario.json', 'run.json'];
    for (const name of [...ours, 'notes.txt']) writeFileSync(join(folder, name), '{}');
    for (const name of ['postgres', 'pictures']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'one'), '');
    }
    clear(folder);
    for (const name of [...ours, 'postgres']) expect(existsSync(join(folder, name))).toBe(false);
    for (const name of ['notes.txt', 'pictures/one']) expect(existsSync(join(folder, name))).toBe(true);
  });
});

describe('a second start in the same folder', () => {
  const note = (pid: number, url: string) =>
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid, url }));

  test('is told where the first one runs, until that one has ended', async () => {
    const { server, url } = await listening(200);
    expect(await otherRun(folder)).toBeNull();
    claim(folder, url);
    expect(await otherRun(folder)).toBe(url);
    release(folder);
    expect(await otherRun(folder)).toBeNull();
    await end(server);
  });

  test('is not held up by a run that was killed, nor by a process that is something else', async () => {
    const dead = await listening(200);
    await end(dead.server);
    claim(folder, dead.url);
    expect(await otherRun(folder)).toBeNull();
    const other = await listening(404);
    claim(folder, other.url);
    expect(await otherRun(folder)).toBeNull();
    await end(other.server);
    // A process number beyond what any system gives: the address is somebody else's by now.
    const heir = await listening(200);
    note(2 ** 30, heir.url);
    expect(await otherRun(folder)).toBeNull();
    await end(heir.server);
  });

  test('is not held up by a note nobody can read', async () => {
    writeFileSync(join(folder, 'run.json'), 'not json');
    expect(await otherRun(folder)).toBeNull();
    release(folder);
    expect(() => release(folder)).not.toThrow();
  });
});

describe('ids made from names', () => {
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  test('are valid, the same every time, and differ with the name', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        expect(idOf(one)).toMatch(uuid);
        expect(idOf(one) === idOf(two)).toBe(one === two);
      }),
    );
  });

  test('are the same on every machine: a link somebody kept still leads to the same persona', () => {
    expect(idOf('Indkøbschef, Aarhus Kommune')).toBe('8e3fee0e-4c69-5844-baed-fc43a67a99bf');
    expect(new Set([appId, tenantId, appPassword, ...secretariatIds]).size).toBe(5);
  });
});

describe('the browser', () => {
  const names = { linux: 'xdg-open', darwin: 'open', win32: 'cmd' } as Record<string, string>;
  const { DISPLAY: _, WAYLAND_DISPLAY: __, CI: ___, BROWSER: ____, ...bare } = process.env;
  /** Stands where the system's own opener would, and writes down what it was asked to open. */
  const fakeOpener = (): string => {
    const opened = join(folder, 'opened');
    const command = join(folder, names[process.platform] ?? 'xdg-open');
    writeFileSync(command, `#!/bin/sh\nfor last; do :; done; echo "$last" >> '${opened}'\n`);
    chmodSync(command, 0o755);
    return opened;
  };
  /** In a process of its own, whose environment is the one that counts. */
  const look = (
    address: string,
    env: Record<string, string>,
    path = `${folder}${delimiter}${bare['PATH']}`,
  ) => {
    const script = `import(${JSON.stringify(browser)}).then((it) => it.openBrowser(${JSON.stringify(address)}))`;
    const own = { ...bare, NODE_OPTIONS: '', PATH: path, ...env };
    return new Promise<number | null>((done) =>
      spawn(process.execPath, ['-e', script], { env: own, stdio: 'ignore' }).once('exit', done),
    );
  };

  test('is opened where somebody can see it, and left alone in a pipeline or when it is not wanted', async () => {
    const opened = fakeOpener();
    const codes = await Promise.all([
      look('http://pipeline', { DISPLAY: ':0', CI: '1' }),
      look('http://not-wanted', { DISPLAY: ':0', BROWSER: 'none' }),
      // Elsewhere than on Linux there is always a screen.
      look('http://no-screen', process.platform === 'linux' ? {} : { CI: '1' }),
      look('http://127.0.0.1:3979', { DISPLAY: ':0' }),
      look('http://127.0.0.1:3980', { WAYLAND_DISPLAY: 'wayland-0' }),
    ]);
    const lines = () => (existsSync(opened) ? readFileSync(opened, 'utf8').trim().split('\n') : []);
    for (let tries = 0; tries < 100 && lines().length < 2; tries++)
      await new Promise((done) => setTimeout(done, 20));
    expect(lines().toSorted()).toEqual(['http://127.0.0.1:3979', 'http://127.0.0.1:3980']);
    expect(codes).toEqual([0, 0, 0, 0, 0]);
  });

  test('that cannot be opened is no error', async () => {
    expect(await look('http://127.0.0.1:3979', { DISPLAY: ':0' }, folder)).toBe(0);
  });
});
