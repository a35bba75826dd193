import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './schema.ts';

export type Db = Kysely<Tables>;
/** Work that belongs together: everything written through it is committed at once or not at all. */
export type Trx = Transaction<Tables>;
/** For reads that may stand inside or outside a transaction. */
export type Reader = Db | Trx;

const names = new Map<string, string>();
const mostNames = 1_000;

/** A statement's own name, so that each connection plans it once; texts made for one occasion stay unnamed. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= mostNames) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

interface Wire {
  connection: { stream: { cork(): void; uncork(): void } };
}

/**
 * Planning costs more than running most of our statements, so every one with values is prepared; and a write
 * to the server costs more than what is in it, so what is asked in one turn of the event loop leaves as one.
 */
class PreparingClient extends pg.Client {
  #gathering = false;

  // The driver declares a dozen overloads; all of them end in these arguments.
  override query(...args: unknown[]): never {
    this.#gather();
    const [text, values, ...rest] = args;
    const prepared = typeof text === 'string' && Array.isArray(values) && values.length > 0;
    const name = prepared ? nameOf(text) : undefined;
    const given = name ? [{ name, text, values }, ...rest] : args;
    const answer = (super.query as (...all: unknown[]) => Promise<unknown>).apply(this, given);
    if (text !== 'begin') return answer as never;
    // Nobody needs to wait for this answer: if it is a no, so is that of the statement after it.
    answer.catch(() => undefined);
    return Promise.resolve({ command: 'BEGIN', rowCount: null, rows: [] }) as never;
  }

  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    const { stream } = (this as unknown as Wire).connection;
    stream.cork();
    setImmediate(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }
}

/** A pool on one PostgreSQL. A statement that takes half a minute is a fault, not work. */
export function openDatabase(url: string, max = 12): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({
    connectionString: url,
    Client: PreparingClient,
    max,
    application_name: 'partnership',
    // Statements that do not wait for each other's answers go out together.
    pipeline: true,
    // Ours are look-ups by key: one plan fits all values, and planning anew is what would cost.
    options: '-c plan_cache_mode=force_generic_plan -c jit=off',
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A server that goes away shows in readyz and in the next query; the idle connection's own error says nothing new.
  pool.on('error', () => undefined);
  // JSON columns hold what people and rules wrote: their keys are not column names.
  const plugins = [new CamelCasePlugin({ maintainNestedObjectKeys: true })];
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins }), pool };
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
  return (await db.executeQuery<T>(CompiledQuery.raw(text, values))).rows;
}
