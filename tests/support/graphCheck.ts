import { expect } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { House } from './app.ts';

const shared = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'tools', 'graph-check.mjs');
/** The checker comes with Graph's metadata, which is not in this repository: it is used where it is at hand. */
const checker = process.env.GRAPH_CHECK ?? shared;

const callsIn = (lines: string): number => lines.split('\n').filter((line) => line.trim() !== '').length;

function check(lines: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'graph-'));
  try {
    const file = join(folder, 'traffic.jsonl');
    writeFileSync(file, lines);
    const { stdout, stderr } = spawnSync(process.execPath, [checker, file], { encoding: 'utf8' });
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const clean = (lines: string): string => `${callsIn(lines)} calls, 0 deviations`;

/** What the checker says of the record; without a checker it is said that nobody has looked. */
function deviations(lines: string): string {
  if (existsSync(checker)) return check(lines).trim();
  console.warn(
    `NOT held against Graph's metadata: there is no checker at ${checker} (GRAPH_CHECK names one)`,
  );
  return clean(lines);
}

/** Every call in this record, and every answer to it, has only what Graph v1.0 has. An empty record proves nothing. */
export function holdAgainstGraph(lines: string): void {
  expect(callsIn(lines)).toBeGreaterThan(0);
  expect(deviations(lines)).toBe(clean(lines));
}

/** The same of all that passed between the app and Graph in this house so far. */
export const saysOnlyWhatGraphHas = async (house: House): Promise<void> =>
  holdAgainstGraph(await house.api<string>('GET', '/traffic'));
