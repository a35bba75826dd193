import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { moveTo } from './address.ts';
import { freePort } from '../support/ports.ts';
import { Start } from './start.ts';

let folder = '';

/** Before all journeys: the tab is built and the scenario played once, as `npm start` does it. */
export async function makeTemplate(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'journeys-'));
  const dataDir = join(folder, 'data');
  const start = new Start(dataDir, await freePort());
  try {
    await start.url;
  } finally {
    await start.stop();
  }
  process.env['JOURNEY_TEMPLATE'] = dataDir;
}

export const removeTemplate = (): Promise<void> => rm(folder, { recursive: true, force: true });

/** The same practice data for one journey, at an address of its own. */
export async function copyTemplate(dataDir: string, port: number): Promise<void> {
  const template = process.env['JOURNEY_TEMPLATE'];
  if (!template) throw new Error('run through `npm run test:journeys`: its setup plays the scenario');
  // Not Node's own copy: the database's files belong to a user of theirs when the journeys run as root.
  await promisify(execFile)('cp', ['-a', template, dataDir]);
  await moveTo(dataDir, port);
}
