import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  sql,
  type DatabaseConnection,
  type Transaction,
} from 'kysely';
import type pg from 'pg';
import { PreparingClient, unanswered } from './client.ts';
import { names } from './driver.ts';
import { limits, lineTo } from './limits.ts';
import { gaveWay, Pool } from './lost.ts';
import type { Tables } from '../schema.ts';
import { isStale } from './statements.ts';

export type Db = Kysely<Tables>;
/** Work that belongs together: everything written through it is committed at once or not at all. */
export type Trx = Transaction<Tables>;
/** For reads that may stand inside or outside a transaction. */
export type Reader = Db | Trx;

/**
 * What the planner is told, for every statement. One that was prepared keeps its plan: a ballot costs the server 0.55 ms of
 * processor time with `force_generic_plan`, and 0.92 without. So plans are kept from when tables were nearly empty, until
 * the server has counted them anew, which is up to a minute. Ours are look-ups by key: without `enable_seqscan=off` 96 of 150
 * read a small table whole and go on so when it has grown by 20,000 rows, 4.6 ms for a row in place of 1.8. Where there is
 * no index to read by, a server before 18 takes that for a huge statement and compiles it: 74 ms for 25 rows in place of
 * 0.02, so `jit=off` belongs to it. Joins are the planner's own affair: to have them in the order they are written changed
 * what the 150 cost by a thousandth.
 */
const settings = ['plan_cache_mode=force_generic_plan', 'enable_seqscan=off', 'jit=off'];

/** As the server lists us. The number rises when an older program's connections must be told from ours (`migrate`, `seals`). */
export const applicationName = 'partnership-3';

/** A pool on one PostgreSQL. A statement that takes ten seconds is a fault, not work. */
export function openDatabase(url: string, max = 12): { db: Db; pool: pg.Pool } {
  const pool = new Pool({
    ...lineTo(url, applicationName, settings),
    Client: PreparingClient,
    max,
    // Statements that do not wait for each other's answers go out together.
    pipeline: true,
    statement_timeout: limits.statementMs,
    lock_timeout: limits.lockMs,
    idle_in_transaction_session_timeout: limits.answerMs,
  });
  // A server that goes away shows in readyz and in the next query; the idle connection's own error says nothing new.
  pool.on('error', () => undefined);
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [names] }), pool };
}

/** The line that a transaction under way has to itself. */
const lines = new WeakMap<Reader, DatabaseConnection>();

/** What is asked over it goes out at once: Kysely would have each wait for the answer to the one before. */
const overItsLine =
  <T>(work: (trx: Trx) => Promise<T>) =>
  async (trx: Trx): Promise<T> => {
    lines.set(trx, await trx.getExecutor().provideConnection((line) => Promise.resolve(line)));
    try {
      return await work(trx);
    } finally {
      // Whoever asks later is told by Kysely that it is over.
      lines.delete(trx);
    }
  };

const ask = (db: Reader, text: string, values: unknown[]) =>
  (lines.get(db) ?? db).executeQuery(CompiledQuery.raw(text, values));

/**
 * One transaction. Its statements of written SQL are done in the order in which they are asked for, and need not wait for
 * each other's answers. A server that finds a plan stale, or lets another go first that waits for this one too, refuses the whole
 * of it, having kept nothing: then the work is done once more from its start. So it may be called twice, and begins with
 * nothing each time.
 */
export async function transact<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  try {
    return await db.transaction().execute(overItsLine(work));
  } catch (error) {
    if (!isStale(error) && !gaveWay(error)) throw error;
    return db.transaction().execute(overItsLine(work));
  }
}

/** Postgres' code for a broken unique key. */
export const isDuplicate = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: string }).code === '23505';

/** Arrays would become PostgreSQL arrays; JSON columns take text. */
export const json = (value: unknown) => sql<never>`${JSON.stringify(value)}::jsonb`;

/**
 * A statement whose text never changes: nothing to build and nothing to compile, only values to send. Many rows
 * are one value, `jsonb_to_recordset($n::jsonb)`, so that the text and its plan are the same for one and thirty.
 */
export async function rowsOf<T>(db: Reader, text: string, values: unknown[]): Promise<T[]> {
  return (await ask(db, text, values)).rows as T[];
}

/**
 * A write whose answer nobody needs: it is only handed over, and travels with the commit, which fails when it
 * did. Only inside a transaction, and only for statements that return nothing.
 */
export async function writeAlong(trx: Trx, text: string, values: unknown[]): Promise<void> {
  await ask(trx, unanswered + text, values);
}
