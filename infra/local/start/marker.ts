import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Marker = { scenario: string; port: number };

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());

function read<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

const markerFile = (dataDir: string) => join(dataDir, 'scenario.json');
const runFile = (dataDir: string) => join(dataDir, 'run.json');

/** Practice data is good for its day (its deadline is today), its scenario and the address its chats know. */
export function isFresh(dataDir: string, { scenario, port }: Marker): boolean {
  const marker = read<Marker & { day: string }>(markerFile(dataDir));
  return marker?.day === today() && marker.scenario === scenario && marker.port === port;
}

export const writeMarker = (dataDir: string, marker: Marker) =>
  writeFileSync(markerFile(dataDir), JSON.stringify({ ...marker, day: today() }));

export const claim = (dataDir: string, url: string) =>
  writeFileSync(runFile(dataDir), JSON.stringify({ pid: process.pid, url }));

export const release = (dataDir: string) => rmSync(runFile(dataDir), { force: true });

/** Only what these runs make: somebody may have named a folder with other things in it. */
export function clear(dataDir: string): void {
  for (const name of ['postgres', 'platform.json', 'scenario.json', 'run.json'])
    rmSync(join(dataDir, name), { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The address of another run that still answers from this folder; a killed one left only its note. */
export async function otherRun(dataDir: string): Promise<string | null> {
  const run = read<{ pid: number; url: string }>(runFile(dataDir));
  if (!run || !isAlive(run.pid)) return null;
  const answer = await fetch(`${run.url}/_platform/personas`, { signal: AbortSignal.timeout(1000) }).catch(
    () => null,
  );
  return answer?.ok ? run.url : null;
}
