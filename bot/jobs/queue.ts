import { isDeepStrictEqual } from 'node:util';
import { PgBoss, type WorkConcurrencyOptions } from 'pg-boss';
import type { Logger } from 'pino';
import { lineTo } from '../store/frame/limits.ts';
import { errandKinds } from '../process/reach/errands.ts';
import { startsLater, type JobName, type Jobs } from './enqueue.ts';
import { bring } from './reach/bring.ts';
import { bringEvent, bringFile, bringGroup, bringPerson, enterChat } from './reach/bringOlder.ts';
import { closeFiles } from './draft/closeFiles.ts';
import { endSessions } from './meeting/endSessions.ts';
import { readAnswers } from './meeting/readAnswers.ts';
import { readCalendars } from './scheduling/readCalendars.ts';
import { refreshCards } from './reach/refreshCards.ts';
import { refreshOwn } from './reach/refreshOwn.ts';
import { remind } from './hearing/remind.ts';
import { settleCards } from './reach/settleCards.ts';
import { syncDirectory } from './reach/syncDirectory.ts';
import { testConnection } from './reach/testConnection.ts';
import { tellOfTrail } from './case/tellOfTrail.ts';
import { tidy } from './frame/tidy.ts';
import { verifyTrail } from './case/verifyTrail.ts';
import { watchDirectory } from './reach/watchDirectory.ts';
import type { Work } from './frame/work.ts';

/** Connections of its own. */
const queueLines = 4;

/**
 * The queue lives in the same database, so that a job exists exactly when the state that wants it does. Those who
 * work on it are told of a job that can begin at once; to look for each kind twice a second cost a replica that
 * nobody uses a twentieth of a core. A job that begins later is looked for: nobody is told when its time has come,
 * and a NOTIFY for every ballot would make commits queue.
 */
export async function openQueue(databaseUrl: string, log: Logger): Promise<PgBoss> {
  const line = lineTo(databaseUrl, 'partnership-jobs');
  const boss = new PgBoss({ ...line, max: queueLines, useListenNotify: true, createSchema: false });
  boss.on('error', (error) => log.error({ err: error }, 'the queue'));
  boss.on('warning', ({ message }) => log.warn({ message }, 'the queue'));
  try {
    await boss.start();
    await makeQueues(boss);
    return boss;
  } catch (error) {
    // What has begun to look at the database would go on looking.
    await boss.stop({ graceful: false });
    throw error;
  }
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const known = new Map((await boss.getQueues(jobNames)).map((queue) => [queue.name, queue]));
  for (const name of jobNames) {
    const options = optionsOf(name);
    const queue = known.get(name);
    if (!queue) await boss.createQueue(name, options);
    // One that an earlier version of the app made.
    else if (!isSubset(options, queue)) await boss.updateQueue(name, options);
  }
}

/** After so many seconds a job is taken for dead and given to another beside it. A large file may wait for Graph for long. */
const longest: Partial<Record<JobName, number>> = { bring: 3_600 };

const optionsOf = (name: JobName) => ({
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  notify: !startsLater(name),
  ...(longest[name] && { expireInSeconds: longest[name] }),
});

const isSubset = (wanted: object, found: object): boolean =>
  isDeepStrictEqual({ ...found, ...wanted }, { ...found });

/** How often a worker looks by itself: for what begins later, and for what nobody could tell it of (a retry). */
const looks = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 2 };

const tasks: { [N in JobName]: (work: Work, data: Jobs[N]) => Promise<void> } = {
  refreshCards,
  settleCards,
  refreshOwn,
  remind,
  tidy,
  syncDirectory,
  watchDirectory,
  readCalendars,
  bring,
  bringEvent,
  enterChat,
  endSessions,
  readAnswers,
  testConnection,
  bringGroup,
  bringPerson,
  bringFile,
  closeFiles,
  verifyTrail,
  tellOfTrail,
};
const jobNames = Object.keys(tasks) as JobName[];

/** What the clock does by itself, as cron in Copenhagen time. */
const schedule: Partial<Record<JobName, string>> = {
  settleCards: '* * * * *',
  remind: '* * * * *',
  tidy: '30 3 * * *',
  // What Graph did not tell is found by looking.
  syncDirectory: '*/5 * * * *',
  watchDirectory: '17 * * * *',
  bring: '* * * * *',
  endSessions: '* * * * *',
  readAnswers: '*/10 * * * *',
  closeFiles: '23 * * * *',
  verifyTrail: '33 * * * *',
};

/**
 * A file that takes its time keeps no event, chat or account waiting: of one kind one at a time, and each kind has a worker.
 * That binds jobs in a group alone: those without one, the clock's, only send the others.
 */
const atOnce: Partial<Record<JobName, WorkConcurrencyOptions>> = {
  bring: { localConcurrency: errandKinds.length + 1, localGroupConcurrency: 1 },
};

/** What a job fails with, the queue keeps to itself; it is tried again. */
async function handle(work: Work, name: JobName, data: object): Promise<void> {
  try {
    await (tasks[name] as (work: Work, data: object) => Promise<void>)(work, data);
  } catch (error) {
    work.log.warn({ err: error, job: name }, 'a job failed');
    throw error;
  }
}

export async function startWork(boss: PgBoss, work: Work): Promise<void> {
  const begin = async (name: JobName): Promise<void> => {
    await boss.work<object>(name, { ...looks, ...atOnce[name] }, async (jobs) => {
      for (const job of jobs) await handle(work, name, job.data);
    });
    const cron = schedule[name];
    if (cron) await boss.schedule(name, cron, {}, { tz: 'Europe/Copenhagen' });
  };
  await Promise.all(jobNames.map(begin));
  if (!work.directory) return;
  // Nobody knows what happened while the app was down.
  await boss.send('watchDirectory', {});
  await boss.send('syncDirectory', {});
}
