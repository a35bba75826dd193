// `npm run restored`: puts messages that a restore would send once more in doubt, holds the database against heads that were
// kept elsewhere, and notes what was lost. The runbook tells when.
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { asClock } from './acts/frame/asClock.ts';
import { acts } from './acts/index.ts';
import type { House } from './acts/frame/run.ts';
import { command } from './command.ts';
import { keptIn, type Lost, type Outside } from './process/case/restored.ts';
import { DatabaseClock } from './store/frame/clock.ts';
import { openDatabase } from './store/frame/database.ts';
import { isAtWork, type Doubted } from './store/case/restored.ts';

const usage =
  'npm run restored [-- --heads FILE]\n' +
  'with DATABASE_URL, before the app is started; FILE: saved answers of /trail/heads, or lines of the log with the heads,\n' +
  'one JSON object a line';

interface Noted extends Lost {
  to: string;
  messages: Doubted[];
  /** The app was started before: what waited to leave has left, perhaps once more. */
  tooLate: boolean;
}

const notAsked = () => Promise.reject(new Error('nobody has started the app'));
/** What is lost is in no queue and in no meeting: nothing else of the house is asked. */
const idle = {
  enqueue: () => Promise.resolve(),
  meetings: { presence: notAsked, info: notAsked },
  inspect: notAsked,
  forgetPeople: () => undefined,
};

async function noteIn(url: string, outside: Outside): Promise<Noted> {
  const { db } = openDatabase(url, 2);
  try {
    const tooLate = await isAtWork(db);
    const clock = new DatabaseClock(db, process.env['PLATFORM_URL'] !== undefined);
    (await clock.start(() => undefined))();
    const house: House = { db, clock, ...idle };
    const input = { ...outside, doubt: !tooLate };
    const noted = (await asClock(house, acts.noteRestored, input)) as { result: Omit<Noted, 'tooLate'> };
    return { ...noted.result, tooLate };
  } finally {
    await db.destroy();
  }
}

async function outsideIn(file: string | undefined): Promise<Outside> {
  if (!file) return { heads: [], ends: [] };
  const outside = keptIn(await readFile(file, 'utf8'));
  if (outside.heads.length === 0) throw new Error('no head in that file');
  return outside;
}

const lostLines = ({ heads, cases }: Lost): string[] => [
  heads.length + cases.length === 0
    ? 'nothing was lost: the database has every head in the file'
    : 'noted in the register’s trail, for everybody to read:',
  ...heads.map(({ n, at, hash }) => `  head ${n} of ${at} (${hash}) is not in the database`),
  ...cases.map(({ caseId, seq, has }) => `  case ${caseId} had ${seq} entries, and has ${has}`),
];

const messageLines = ({ to, messages, tooLate }: Noted): string[] => [
  tooLate
    ? 'the app is at work: messages that waited to leave may have been sent once more'
    : messages.length === 0
      ? 'no message waited to leave'
      : 'these messages waited to leave; whether they did is in doubt, and none is sent by itself:',
  ...messages.map(({ message, about, count }) => `  ${count} ${message} ${about}`.trimEnd()),
  `messages of after ${to} are not in the database: who got which, only their readers know`,
];

async function restored(): Promise<string[]> {
  const { heads: file } = parseArgs({ options: { heads: { type: 'string' } } }).values;
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error(usage);
  const noted = await noteIn(url, await outsideIn(file));
  return [...(file ? lostLines(noted) : []), ...messageLines(noted)];
}

command(restored);
