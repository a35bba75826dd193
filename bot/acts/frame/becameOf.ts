import { setTimeout as sleep } from 'node:timers/promises';
import { Unavailable, type OutcomeUnknown } from '../../process/frame/outage.ts';
import type { Db } from '../../store/frame/database.ts';
import { sessionOver } from '../../store/frame/receipts.ts';
import type { Outcome } from './outcome.ts';
import { firstAnswer, type Ticket } from './ticket.ts';

/** How long whoever pressed is kept waiting for certainty, and between two looks. */
const mostMs = 6_000;
const everyMs = 250;

/** The first answer; or that the session has ended without one, so that nothing was kept. */
async function look(db: Db, ticket: Ticket, session: string | null): Promise<Outcome | 'nothing' | null> {
  // In this order: a receipt that comes after the session was over does not exist.
  const over = session !== null && (await sessionOver(db, session));
  const first = await firstAnswer(db, ticket);
  return first ?? (over ? 'nothing' : null);
}

/**
 * After the line broke at a commit: the answer of the act when its receipt is found. Throws \`Unavailable\` when the
 * server is done with that session and no receipt came, and what it was given when nobody can say.
 */
export async function becameOf(
  db: Db,
  ticket: Ticket | undefined,
  unknown: OutcomeUnknown,
): Promise<Outcome> {
  if (!ticket) throw unknown;
  const late = sleep(mostMs, 'late' as const, { ref: false });
  for (const until = Date.now() + mostMs; Date.now() < until; await sleep(everyMs)) {
    const seen = await Promise.race([look(db, ticket, unknown.session).catch(() => null), late]);
    if (seen === 'nothing') throw new Unavailable(unknown);
    if (seen !== null && seen !== 'late') return seen;
  }
  throw unknown;
}
