import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Start } from '../journeys/start.ts';
import { freePort } from '../support/ports.ts';

/** From `npm start` in a folder with nothing in it until the page is there, in milliseconds. */
export async function measurePage(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-page-'));
  const port = await freePort();
  const from = performance.now();
  const start = new Start(folder, port);
  try {
    await start.url;
    return Math.round(performance.now() - from);
  } finally {
    await start.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
