// `npm run restored`: holds the database against heads that were kept elsewhere, and notes what a restore lost. The runbook
// tells when.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { acts } from './acts/index.ts';
import { run, type House } from './acts/run.ts';
import { command } from './command.ts';
import { keptIn, type Lost } from './process/case/restored.ts';
import { DatabaseClock } from './store/clock.ts';
import { openDatabase } from './store/database.ts';

const usage =
  'npm run restored -- --heads FILE\n' +
  'with DATABASE_URL; FILE: saved answers of /trail/heads, or lines of the log with the heads, one JSON object a line';

/** What is lost is in no queue and in no meeting: nothing else of the house is asked. */
async function noteIn(url: string, text: string): Promise<Lost> {
  const outside = keptIn(text);
  if (outside.heads.length === 0) throw new Error('no head in that file');
  const { db } = openDatabase(url, 2);
  try {
    const clock = new DatabaseClock(db, process.env['PLATFORM_URL'] !== undefined);
    (await clock.start(() => undefined))();
    const house = { db, clock, enqueue: () => Promise.resolve() } as unknown as House;
    const outcome = await run(house, acts.noteRestored, outside, { doer: 'system', door: 'clock' });
    if (!outcome.ok) throw new Error(outcome.refusal.refused);
    return outcome.result as Lost;
  } finally {
    await db.destroy();
  }
}

async function restored(): Promise<string[]> {
  const { heads: file } = parseArgs({ options: { heads: { type: 'string' } } }).values;
  const url = process.env['DATABASE_URL'];
  if (!file || !url) throw new Error(usage);
  const { heads, cases } = await noteIn(url, await readFile(file, 'utf8'));
  return [
    heads.length + cases.length === 0
      ? 'nothing was lost: the database has every head in the file'
      : 'noted in the register’s trail, for everybody to read:',
    ...heads.map(({ n, at, hash }) => `  head ${n} of ${at} (${hash}) is not in the database`),
    ...cases.map(({ caseId, seq, has }) => `  case ${caseId} had ${seq} entries, and has ${has}`),
  ];
}

command(restored);
