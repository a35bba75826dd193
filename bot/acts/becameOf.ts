import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable, type OutcomeUnknown } from '../process/outage.ts';
import type { Db } from '../store/database.ts';
import { receiptFor, sessionOver } from '../store/receipts.ts';

/** How long whoever pressed is kept waiting for certainty, and between two looks. */
const mostMs = 6_000;
const everyMs = 250;

/** The first answer; or that the session has ended without one, so that nothing was kept. */
async function look(db: Db, receipt: string, session: string | null): Promise<unknown> {
  // In this order: a receipt that comes after the session was over does not exist.
  const over = session !== null && (await sessionOver(db, session));
  const first = await receiptFor(db, receipt);
  return first ?? (over ? 'nothing' : null);
}

/**
 * After the line broke at a commit: the result of the act when its receipt is found. Throws \`Unavailable\` when the
 * server is done with that session and no receipt came, and what it was given when nobody can say.
 */
export async function becameOf(
  db: Db,
  receipt: string | undefined,
  unknown: OutcomeUnknown,
): Promise<object> {
  if (!receipt) throw unknown;
  const late = sleep(mostMs, 'late', { ref: false });
  for (const until = Date.now() + mostMs; Date.now() < until; await sleep(everyMs)) {
    const seen = await Promise.race([look(db, receipt, unknown.session).catch(() => null), late]);
    if (seen === 'nothing') throw new Unavailable(unknown);
    if (seen !== null && seen !== 'late') return (seen as { result: object }).result;
  }
  throw unknown;
}
