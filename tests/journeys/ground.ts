import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { Desk } from './desk.ts';
import { writeLetters } from './letters.ts';
import { freePort } from '../support/ports.ts';
import { Start } from './start.ts';
import { copyTemplate } from './template.ts';

/** What `npm start` starts, on a copy of the practice data, and a browser to look at it. */
export class Ground {
  url = '';
  /** The day of the story. */
  day = '';
  #folder = '';
  #start: Start | undefined;
  #browser: Browser | undefined;
  readonly desks: Desk[] = [];

  async open(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'journey-'));
    const dataDir = join(this.#folder, 'data');
    const port = await freePort();
    await copyTemplate(dataDir, port);
    this.#start = new Start(dataDir, port);
    this.#browser = await launch(await writeLetters(this.#folder));
    this.url = await this.#start.url;
    const marker = JSON.parse(await readFile(join(dataDir, 'scenario.json'), 'utf8')) as { day: string };
    this.day = marker.day;
  }

  /** One person's window. */
  async desk(width = 1280, height = 900): Promise<Desk> {
    if (!this.#browser) throw new Error('open the ground first');
    const context = await this.#browser.newContext({ viewport: { width, height }, locale: 'da-DK' });
    const desk = new Desk(await context.newPage());
    await desk.arrive(this.url);
    this.desks.push(desk);
    return desk;
  }

  async close(): Promise<void> {
    // Also after a browser that never came up: the app must not outlive the tests.
    await Promise.allSettled([this.#browser?.close(), this.#start?.stop()]);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function launch(letters: string): Promise<Browser> {
  const quiet = ['background-networking', 'component-update', 'sync'].map((one) => `--disable-${one}`);
  return chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    env: { ...process.env, FONTCONFIG_FILE: letters },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
  });
}
