import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { migrationSteps } from './migrate.ts';

/** What an act needs, in the order in which it is looked for. */
export type Part = 'database' | 'readOnly' | 'storage' | 'migrations' | 'queue';

/** Why the app is not ready: the part, for anybody; the cause, for the log. */
export interface NotReady {
  part: Part;
  cause: unknown;
}

/** A probe waits for five seconds; it is answered well before. */
const mostMs = 3_000;

/**
 * Could an act be committed? What it writes is a message in the log of writes alone (flushed by the commit, and to the
 * standby too where a commit waits for one): no row that replicas would queue for, nothing to vacuum. The log has room
 * of its own when the disk is full, so a sort that does not fit into its memory asks the disk for more.
 */
const questions = (migrations: string[]): string => `
  begin;
  set local work_mem = '64kB';
  select pg_is_in_recovery() as recovering, current_setting('transaction_read_only') = 'on' as read_only,
    to_regclass('pgboss.version') is not null as queue;
  select count(*)::int as known from migration where name in (${migrations.map(pg.escapeLiteral).join(', ')});
  select case when not pg_is_in_recovery() then pg_logical_emit_message(true, 'ready', '') end;
  select count(*) from (select repeat('ready', 20) || g as line from generate_series(1, 4000) g order by line) spilled;
  commit`;

interface Answers {
  recovering: boolean;
  read_only: boolean;
  queue: boolean;
}

/** Postgres' classes: no room or no resources, a fault of the disk. */
const partOf = (error: unknown): Part => {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string') return 'database';
  if (code === '42P01') return 'migrations';
  if (code === '25006') return 'readOnly';
  return /^(53[14]|58)/.test(code) ? 'storage' : 'database';
};

async function ask(pool: pg.Pool, migrations: string[]): Promise<NotReady | null> {
  const asked = { text: questions(migrations), query_timeout: mostMs };
  try {
    const results = (await pool.query(asked)) as unknown as pg.QueryResult[];
    const { recovering, read_only, queue } = results[2]!.rows[0] as Answers;
    const { known } = results[3]!.rows[0] as { known: number };
    if (recovering || read_only) return { part: 'readOnly', cause: 'the database takes no writes' };
    if (known < migrations.length) return { part: 'migrations', cause: 'a migration is missing' };
    return queue ? null : { part: 'queue', cause: 'the queue has no tables' };
  } catch (error) {
    return { part: partOf(error), cause: error };
  }
}

/** Null when an act could be committed now. Those who ask at once share one look, and none waits for longer than it may. */
export async function readiness(pool: pg.Pool): Promise<() => Promise<NotReady | null>> {
  const migrations = (await migrationSteps()).map(({ name }) => name);
  const late = (): Promise<NotReady> => {
    const answer: NotReady = { part: 'database', cause: 'no answer in time' };
    return sleep(mostMs, answer, { ref: false });
  };
  let looking: Promise<NotReady | null> | null = null;
  return () =>
    (looking ??= Promise.race([ask(pool, migrations), late()]).finally(() => {
      looking = null;
    }));
}
