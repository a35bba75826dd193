import { fromKysely, type PgBoss, type SendOptions } from 'pg-boss';
import type { Trx } from '../store/database.ts';

/** The jobs there are, with what each carries. */
export interface Jobs {
  /** Edits the shared cards of a vote or hearing, at most every few seconds each. */
  refreshCards: { hearingId?: string; voteId?: string };
  /** Tells the contacts that have not answered, when a deadline is near. */
  remind: Record<string, never>;
  /** Drops what nobody needs any more. */
  tidy: Record<string, never>;
}
export type JobName = keyof Jobs;

export const jobNames: JobName[] = ['refreshCards', 'remind', 'tidy'];

/** Seconds between two edits of one shared card. */
export const refreshSeconds = 3;

export type Enqueue = <N extends JobName>(trx: Trx, name: N, data: Jobs[N]) => Promise<void>;

/** Refreshes of one thing within the same few seconds become one job: the last state is what counts. */
function optionsFor(name: JobName, data: Jobs[JobName]): SendOptions {
  if (name !== 'refreshCards') return {};
  const { hearingId, voteId } = data as Jobs['refreshCards'];
  return {
    singletonKey: hearingId ?? voteId ?? '',
    singletonSeconds: refreshSeconds,
    singletonNextSlot: true,
  };
}

/** Enqueues in the act's own transaction: the job exists exactly when the state does. */
export const enqueueWith =
  (boss: PgBoss): Enqueue =>
  async (trx, name, data) => {
    await boss.send(name, data, { ...optionsFor(name, data), db: fromKysely(trx) });
  };
