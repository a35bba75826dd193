import { chromium, type CDPSession, type Page } from 'playwright-core';
import { buildTab } from '../../infra/local/start/tab.ts';
import type { Ground } from './ground.ts';

export interface TabFigures {
  /** Bytes of JavaScript and style sheets as they came over the wire, in thousands. */
  kilobytes: number;
  /** From the navigation of the frame to the rows on screen. */
  toStatusMs: number;
  files: number;
}

interface Received {
  url: string;
  bytes: number;
}

const quiet = ['background-networking', 'component-update', 'sync'].map((one) => `--disable-${one}`);
const ofTab = (url: string): boolean => new URL(url).pathname.startsWith('/tab/');

/** Every script and style sheet of the tab with the bytes that Chromium received for it, headers and all. */
async function listen(page: Page): Promise<Map<string, Received>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const asked = new Map<string, string>();
  const received = new Map<string, Received>();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if ((type === 'Script' || type === 'Stylesheet') && ofTab(response.url))
      asked.set(requestId, response.url);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const url = asked.get(requestId);
    if (url) received.set(requestId, { url, bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  return received;
}

/** The first visit of a secretariat, with nothing in the cache, in the stand-in's page. */
export async function measureTab(ground: Ground): Promise<TabFigures> {
  await buildTab((line) => void process.stderr.write(`${line}\n`));
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'da-DK' });
    const received = await listen(page);
    await page.goto(ground.platform.url);
    // On a first visit the page asks who you are.
    const asks = page.getByRole('dialog', { name: 'Vælg, hvem du er' });
    await asks.getByRole('searchbox').fill('Sekretariatsleder');
    await asks.getByRole('button', { name: /Sekretariatsleder/ }).click();
    await page.getByRole('button', { name: /Sekretariatsleder.*Skift/ }).waitFor();
    const tab = page.frameLocator('iframe[src^="/tab"]');
    const from = performance.now();
    await page.getByRole('button', { name: 'Faneblad' }).click();
    await tab.getByRole('article').first().waitFor();
    const toStatusMs = Math.round(performance.now() - from);
    const files = [...received.values()];
    const bytes = files.reduce((sum, one) => sum + one.bytes, 0);
    return { kilobytes: Math.round(bytes / 100) / 10, toStatusMs, files: files.length };
  } finally {
    await browser.close();
  }
}
