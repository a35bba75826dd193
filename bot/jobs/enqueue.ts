import type { PgBoss, SendOptions } from 'pg-boss';
import type { DirectorySource } from '../process/reach/directory.ts';
import { bodyOf, type About } from '../process/frame/about.ts';
import type { ErrandKind } from '../process/reach/errands.ts';
import type { TestableCall } from '../process/reach/graphCalls.ts';
import { writeAlong, type Trx } from '../store/frame/database.ts';

/** The jobs there are, with what each carries. */
export interface Jobs {
  /** Edits the shared cards about something, at most every few seconds each. */
  refreshCards: { about: About };
  /** Looks at all cards that may show something else than they should. */
  settleCards: Record<string, never>;
  /** Edits what an organisation's people were told of a hearing in their own chats, when that is no longer so. */
  refreshOwn: { hearingId: string; organisationId: string };
  /** Tells the contacts that have not answered, when a deadline is near. */
  remind: Record<string, never>;
  /** Drops what nobody needs any more. */
  tidy: Record<string, never>;
  /** Looks at what changed in Entra; reads all of it when asked, for show (`dryRun`) or with what was held. */
  syncDirectory: { full?: boolean; dryRun?: boolean; confirmed?: DirectorySource };
  /** Keeps Graph telling us of changes. */
  watchDirectory: Record<string, never>;
  /** Reads when those who are asked to a meeting are taken. */
  readCalendars: { schedulingId: string };
  /** Does one errand, or all of a kind whose time has come; without a kind, sends those of each kind on their way. */
  bring: { kind?: ErrandKind; aboutId?: string };
  /** Ends sessions that nobody ended, and those whose last vote has been closed. */
  endSessions: Record<string, never>;
  /** How those who were called answered, for one meeting or for all that are to come. */
  readAnswers: { meetingId?: string };
  /** Makes one kind of call to Graph, to see how it goes. */
  testConnection: { call: TestableCall };
  /** Takes SharePoint's copies back from whoever has left. */
  closeFiles: Record<string, never>;
  /** Holds the trail against itself and the records: what has changed, and each day all of it. */
  verifyTrail: Record<string, never>;
  /** Tells the operator that the trail does not hold. */
  tellOfTrail: { caseIds: string[] };
  // What the program before errands asks for; to go with it.
  bringEvent: { meetingId?: string };
  enterChat: { meetingId?: string };
  bringGroup: { revisionId?: string };
  bringPerson: { personId?: string };
  bringFile: { fileId?: string };
}
export type JobName = keyof Jobs;

/** Seconds between two edits of one shared card. */
export const refreshSeconds = 3;

export type Enqueue = <N extends JobName>(trx: Trx, name: N, data: Jobs[N]) => Promise<void>;

/**
 * What is asked for again within `lengthMs` is one job, at the end of that time. An act that has `marginMs` to commit is
 * seen by the refresh it asked for; what a sync looks at is in Graph already, and ten changes must be here in two seconds.
 */
const slots: Partial<Record<JobName, { lengthMs: number; marginMs: number }>> = {
  refreshCards: { lengthMs: refreshSeconds * 1_000, marginMs: 500 },
  refreshOwn: { lengthMs: refreshSeconds * 1_000, marginMs: 500 },
  syncDirectory: { lengthMs: 500, marginMs: 100 },
};

/** Whether jobs of this name wait for a time of theirs. */
export const startsLater = (name: JobName): boolean => name in slots;

/**
 * Refreshes of one thing within the same few seconds are one job, at the end of them: the last state is what
 * counts. So close to the end that the act might commit after it, the job is the next one.
 */
function optionsFor(name: JobName, data: Jobs[JobName], nowMs: number): SendOptions {
  const ofName = slots[name];
  if (!ofName) return 'kind' in data && data.kind ? { group: { id: data.kind } } : {};
  const { lengthMs, marginMs } = ofName;
  const slot = Math.floor((nowMs + marginMs) / lengthMs) + 1;
  // The key alone is not unique to the queue, only within a span of time; the slot is in the key, so a day will do.
  return {
    singletonKey: `${JSON.stringify(data)}:${slot}`,
    singletonSeconds: 86_400,
    startAfter: new Date(slot * lengthMs),
  };
}

/** The landing before, which takes jobs from the same queue, knows by a name for each kind what to refresh. */
const asBefore = (data: Jobs[JobName]) => ('about' in data ? { ...data, ...bodyOf(data.about) } : data);

/** The queue's statement goes along with the act's own; which job it became is nobody's question. */
const within = (trx: Trx) => ({
  async executeSql(text: string, values: unknown[] = []) {
    await writeAlong(trx, text, values);
    return { rows: [] };
  },
});

/** Enqueues in the act's own transaction: the job exists exactly when the state does. The time is the queue's own. */
export const enqueueWith =
  (boss: PgBoss, clock: { realMs(): number }): Enqueue =>
  async (trx, name, data) => {
    await boss.send(name, asBefore(data), { ...optionsFor(name, data, clock.realMs()), db: within(trx) });
  };
