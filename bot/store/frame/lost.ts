import pg from 'pg';
import { OutcomeUnknown, Unavailable } from '../../process/frame/outage.ts';

/** The driver's word for an answer that did not come in time; it has given up the connection then. */
const silence = 'Query read timeout';

/**
 * The server's codes for "not now": it is going down, coming up or full of others; it takes no writes; the wait for a
 * lock, or the statement, took too long; another transaction was given way to. The statement was not done.
 */
const notNow = /^(08|57P|53300|25006|25P03|55P03|57014|40001|40P01)/;

const wordOf = (error: unknown): pg.DatabaseError | null =>
  error instanceof pg.DatabaseError ? error : null;

const session = `pid || '/' || extract(epoch from backend_start)`;
/** What the server calls this session; no later one has the same name. */
export const sessionOfMine = `select ${session} as session from pg_stat_activity where pid = pg_backend_pid()`;

/** The connection is over with it. */
export const endsSession = (error: unknown): boolean =>
  wordOf(error) ? /FATAL|PANIC/.test(wordOf(error)!.severity ?? '') : (error as Error).message === silence;

/** A server that takes no writes may be yesterday's: whoever asks next is led to today's by a new connection. */
export const takesNoWrites = (error: unknown): boolean => wordOf(error)?.code === '25006';

export const isNotNow = (error: unknown): boolean => notNow.test(wordOf(error)?.code ?? '');

/** Two waited for each other, and this one gave way: all of it is undone, and may be done again at once. */
export const gaveWay = (error: unknown): boolean =>
  /^(40001|40P01)$/.test((wordOf(error) ?? wordOf((error as Error).cause))?.code ?? '');

/** What a lost line means: nothing was kept, unless the order to keep it was on its way. */
export const lineLost = (cause: unknown, committing: boolean, session: string | null): Error =>
  committing ? new OutcomeUnknown(cause, session) : new Unavailable(cause);

/** A pool whose "no connection" is told apart from everything else that can go wrong. */
export class Pool extends pg.Pool {
  // The driver declares two overloads; its own way of asking hands in a callback, and is told as before.
  override connect(...args: unknown[]): never {
    const answer = (super.connect as (...all: unknown[]) => Promise<pg.PoolClient> | undefined).apply(
      this,
      args,
    );
    return answer?.catch((error: unknown) => {
      throw new Unavailable(error);
    }) as never;
  }
}
