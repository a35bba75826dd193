import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { inspectAside } from '../../documents/draft/aside.ts';
import type { Clock, Inspector } from '../../ports.ts';
import type { Received } from '../../process/draft/file.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { Db } from '../../store/frame/database.ts';
import { noteScan } from '../../store/reach/watching.ts';
import { refusalOf, scan, type ScanCommand, type Scanned } from './scan.ts';

/** Unpacking takes a processor, and a scanner its time; whoever comes after so many is asked to come again. */
const atOnce = 2;
const mostWaiting = 4;

interface Means {
  db: Db;
  clock: Clock;
  log: Logger;
  /** Null: the operator has set up none. */
  command: ScanCommand | null;
}

/** Looks into the files that come in, a few at a time: first what they are, then with the operator's scanner. */
export function inspectorOn(means: Means): Inspector {
  const queue = new PQueue({ concurrency: atOnce });
  const inspect = async (file: Received): Promise<Refusal | null> =>
    (await inspectAside(file)) ?? (means.command && scanned(file, means.command, means));
  return {
    async inspect(file) {
      if (queue.size >= mostWaiting) return refuse('fileBusy');
      return queue.add(() => inspect(file));
    },
  };
}

async function scanned(file: Received, command: ScanCommand, means: Means): Promise<Refusal | null> {
  const said = await scan(file, command);
  await note(said, means);
  return refusalOf(said, command);
}

/** How it went stands where the connections are shown; a scanner that finds something works. */
async function note(said: Scanned, { db, clock, log }: Means): Promise<void> {
  const code = 'trouble' in said ? said.trouble : null;
  if ('trouble' in said) log.warn({ trouble: code, exit: said.exit }, 'a file could not be scanned');
  else if (said.found) log.warn('a file was not let in: the scanner found something in it');
  await noteScan(db, code, clock.now());
}
