import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { Desk } from './desk.ts';

const root = resolve(import.meta.dirname, '../..');
const patience = 120_000;

/** What `npm start` starts, with a folder and a port of its own, and a browser to look at it. */
export class Ground {
  url = '';
  #child: ChildProcess | undefined;
  #folder = '';
  #browser: Promise<Browser> | undefined;
  readonly desks: Desk[] = [];

  async open(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'journey-'));
    this.#browser = launch();
    [this.url] = await Promise.all([this.#start(), this.#browser]);
  }

  async #start(): Promise<string> {
    const env = {
      ...process.env,
      CI: '1',
      NODE_OPTIONS: '',
      DATA_DIR: join(this.#folder, 'data'),
      PLATFORM_PORT: String(await freePort()),
    };
    const child = spawn(process.execPath, ['infra/local/start.ts'], { cwd: root, env });
    this.#child = child;
    let said = '';
    return new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`not ready in time: ${said}`)), patience);
      const heard = (chunk: Buffer): void => {
        said += chunk.toString();
        const url = /^\s+(http:\S+)$/m.exec(said)?.[1];
        if (!url) return;
        clearTimeout(late);
        done(url);
      };
      child.stdout.on('data', heard);
      child.stderr.on('data', heard);
      child.once('exit', (code) => {
        clearTimeout(late);
        fail(new Error(`ended with ${code}: ${said}`));
      });
    });
  }

  /** One person's window. */
  async desk(width = 1280, height = 900): Promise<Desk> {
    if (!this.#browser) throw new Error('open the ground first');
    const browser = await this.#browser;
    const context = await browser.newContext({ viewport: { width, height }, locale: 'da-DK' });
    const desk = new Desk(await context.newPage());
    await desk.arrive(this.url);
    this.desks.push(desk);
    return desk;
  }

  async close(): Promise<void> {
    // Also after a browser that never came up: the app must not outlive the tests.
    await this.#browser?.then(
      (browser) => browser.close(),
      () => undefined,
    );
    const child = this.#child;
    if (child && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}

export function launch(): Promise<Browser> {
  const quiet = ['background-networking', 'component-update', 'sync'].map((one) => `--disable-${one}`);
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
