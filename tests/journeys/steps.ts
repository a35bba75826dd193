import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Ground } from './ground.ts';

/** Promises that build on each other: after one is broken the rest say so at once, and the windows are kept as pictures. */
export function promises(ground: Ground, journey: string) {
  let broken: string | null = null;
  const keepPictures = async (): Promise<void> => {
    const folder = process.env['JOURNEY_PICTURES'];
    if (!folder) return;
    await mkdir(folder, { recursive: true });
    for (const [index, { page }] of ground.desks.entries())
      await page.screenshot({ path: join(folder, `${journey}-${index}.png`) });
  };
  return (keep: () => Promise<void>) => async (): Promise<void> => {
    if (broken !== null) throw notTried(broken);
    try {
      await keep();
    } catch (error) {
      broken = expect.getState().currentTestName ?? 'a promise';
      await keepPictures();
      throw error;
    }
  };
}

function notTried(broken: string): Error {
  const error = new Error(`not tried, because this broke before: ${broken}`);
  // One stack is enough: that of the promise that broke.
  error.stack = error.message;
  return error;
}
