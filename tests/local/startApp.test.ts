import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startPlatform, type Platform } from '../../infra/local/platform.ts';
import { startApp } from '../../infra/local/start/app.ts';
import { environment } from '../../infra/local/start/environment.ts';
import { appId, appPassword, secretariatIds, tenantId } from '../../infra/local/start/identity.ts';
import { freePort } from '../../infra/local/start/ports.ts';
import { sendTo } from '../support/app.ts';

let folder: string;
let platform: Platform;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'start-app-'));
  platform = await startPlatform({ port: 0, appId, appPassword, tenantId });
});
afterAll(async () => {
  await platform.close();
  rmSync(folder, { recursive: true, force: true });
});

const optionsFor = (port: number) => ({
  dataDir: join(folder, 'data'),
  port,
  platformUrl: platform.url,
  secretariat: secretariatIds,
});
const steer = (path: string, body: object) =>
  sendTo<any>(`${platform.url}/_platform${path}`, 'POST', { body });
async function tokenOfSecretariat(): Promise<string> {
  const [objectId] = secretariatIds;
  const who = { objectId, displayName: 'Sekretariatsleder, sekretariatet', email: 's@sekretariatet.example' };
  await steer('/people', who);
  return (await steer('/token', { objectId })).body.token;
}

describe('what the app is told', () => {
  test('never names a real database or runs as in production, whatever this shell has set', () => {
    const kept = { ...process.env };
    Object.assign(process.env, {
      DATABASE_URL: 'postgres://real',
      NODE_ENV: 'production',
      NODE_OPTIONS: '--inspect',
    });
    const told = environment(optionsFor(1));
    process.env['DATABASE_URL'] = kept['DATABASE_URL'] ?? '';
    Object.assign(process.env, {
      NODE_ENV: kept['NODE_ENV'] ?? '',
      NODE_OPTIONS: kept['NODE_OPTIONS'] ?? '',
    });
    expect(told).toMatchObject({ DATABASE_URL: '', NODE_ENV: 'development', NODE_OPTIONS: '' });
  });

  test('is where people reach it: the address of the page, not its own', () => {
    expect(environment(optionsFor(4711))).toMatchObject({
      PORT: '4711',
      PUBLIC_URL: platform.url,
      PLATFORM_URL: platform.url,
      SECRETARIAT: secretariatIds.join(','),
    });
  });
});

describe('the app as npm start runs it', () => {
  const members = async (names: string[] = []) => {
    const app = startApp(optionsFor(await freePort(0)));
    platform.setAppUrl(app.url);
    await app.ready();
    const token = await tokenOfSecretariat();
    for (const name of names) {
      const body = { name, kind: 'municipality' };
      await sendTo(`${platform.url}/api/acts/registerMember`, 'POST', { token, body });
    }
    const { body } = await sendTo<any>(`${platform.url}/api/views/members`, 'GET', { token });
    const ended = new Promise((done) => app.onEnd(done));
    await app.stop();
    return { names: body.items.map((one: { name: string }) => one.name), reason: await ended, app };
  };

  test('stopped and started again it has what was there, and stops calmly', async () => {
    const first = await members(['Aarhus Kommune']);
    expect([first.names, first.reason]).toEqual([['Aarhus Kommune'], 'code 0']);
    const again = await members();
    expect(again.names).toEqual(['Aarhus Kommune']);
    await again.app.stop();
  }, 90_000);

  test('that cannot start says so at once, with its own last words', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    // Something is listening that is no app: it must not be taken for one that is ready.
    other.on('request', (_, response) => {
      response.statusCode = 404;
      response.end();
    });
    const app = startApp(optionsFor(port));
    const reason = new Promise<string>((done) => app.onEnd(done));
    await expect(app.ready()).rejects.toThrow('The app ended before it was ready.');
    expect(await reason).toMatch(/^code [1-9]/);
    expect(app.lastWords()).toContain('EADDRINUSE');
    other.closeAllConnections();
    await new Promise((done) => other.close(done));
  }, 60_000);
});
