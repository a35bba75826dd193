import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Received } from '../../process/draft/file.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';

/** The operator's own scanner: a program with its arguments, and how long it may take for one file. */
export interface ScanCommand {
  words: string[];
  seconds: number;
}

/** Why a scan said nothing of the file. */
export type Trouble = 'missing' | 'silent' | 'failed';
export type Scanned = { found: boolean } | { trouble: Trouble; exit: string };

/** It may be starting, or just being given new signatures. One that is silent has had its time. */
const pausesMs = [300, 1_500];

export async function scan(file: Received, command: ScanCommand): Promise<Scanned> {
  for (const pause of pausesMs) {
    const said = await scanOnce(file, command);
    if ('found' in said || said.trouble === 'silent') return said;
    await sleep(pause);
  }
  return scanOnce(file, command);
}

/**
 * The file on its standard input, and 0 or 1 as its exit (clamdscan's words): clean, infected. Anything else says nothing.
 * No shell, no name of the file, and none of our variables, which hold secrets.
 */
async function scanOnce(file: Received, { words, seconds }: ScanCommand): Promise<Scanned> {
  const [program = '', ...rest] = words;
  const child = spawn(program, rest, {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] ?? '' },
    // A group of its own, so that what it starts ends with it.
    detached: true,
  });
  const ended = once(child, 'close').then(([exit, signal]) => String(exit ?? signal));
  const started = once(child, 'spawn').then(
    () => true,
    () => false,
  );
  ended.catch(() => undefined);
  if (!(await started)) return { trouble: 'missing', exit: '' };
  let late = false;
  const end = setTimeout(() => {
    late = true;
    endGroup(child);
  }, seconds * 1_000);
  try {
    const [exit, whole] = await Promise.all([ended, fed(child, file)]);
    if (late) return { trouble: 'silent', exit };
    if (exit === '1') return { found: true };
    // One that stops reading and says that all is well has not looked at all of it.
    return exit === '0' && whole ? { found: false } : { trouble: 'failed', exit };
  } finally {
    clearTimeout(end);
    endGroup(child);
  }
}

/** Whether it took the whole file. That the file could not be read here is no answer of the scanner's. */
async function fed(child: ChildProcess, file: Received): Promise<boolean> {
  try {
    await pipeline(Readable.from(file.parts()), child.stdin!);
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'EPIPE' || code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') return false;
    endGroup(child);
    throw error;
  }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It had ended by itself, with all that it started.
  }
}

/** What the scanner said, as whoever sent the file is told. */
export function refusalOf(said: Scanned, { seconds }: ScanCommand): Refusal | null {
  if (!('trouble' in said)) return said.found ? refuse('fileInfected') : null;
  switch (said.trouble) {
    case 'missing':
      return refuse('scannerMissing');
    case 'silent':
      return refuse('scannerSilent', { seconds });
    case 'failed':
      return refuse('scannerFailed', { exit: said.exit });
  }
}
