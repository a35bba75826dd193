import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type pg from 'pg';
import { limits } from '../limits.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** The steps that this program knows, in order, by name; where they stand on the disk is no part of the name. */
export const migrationSteps = async (): Promise<{ name: string; text(): Promise<string> }[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ name: basename(file), text: () => readFile(new URL(file, folder), 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** Any number will do, as long as every replica takes the same lock. */
const lock = 4_812_001;
/** Much may have to be written anew; for ever is a line that is dead. */
const longestMs = 600_000;
const atLength = (text: string, values?: unknown[]) => ({ text, values, query_timeout: longestMs });

/** Work on what the database is made of, while holding a lock that all replicas share. */
export async function whileMigrating<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    // Another replica's migration takes as long as it takes; a table that somebody holds does not.
    await client.query('set statement_timeout = 0; set lock_timeout = 0');
    await client.query(atLength('select pg_advisory_lock($1)', [lock]));
    await client.query(`set lock_timeout = ${limits.lockMs}`);
    return await work(client);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    // Not to be used for anything else: its limits are not those of the rest.
    client.release(true);
  }
}

/**
 * Applies what is new, in order, one transaction each: two replicas that start at once both come up. A migration that
 * was changed after it ran is refused.
 */
export function migrate(pool: pg.Pool): Promise<string[]> {
  return whileMigrating(pool, async (client) => {
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration');
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    const done: string[] = [];
    for (const { name, text } of await migrationSteps())
      if (await applyOne(client, name, await text(), applied.get(name))) done.push(name);
    await endOlder(client, done.length > 0);
    return done;
  });
}

/**
 * The first program called its connections `partnership` and read rows by star: what it prepared before a new column came
 * fails for ever after. An older replica that still serves gets its connections ended, and plans anew on fresh ones.
 * Also when the start that applied the step never came so far. Whoever reads by name is left alone.
 */
const endOlderConnections = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name = 'partnership'
    and ($1 or backend_start < (select max(applied_at) from migration))`;

async function endOlder(client: pg.PoolClient, changed: boolean): Promise<void> {
  await client.query(endOlderConnections, [changed]);
}

async function applyOne(
  client: pg.PoolClient,
  name: string,
  text: string,
  known: string | undefined,
): Promise<boolean> {
  const hash = createHash('sha256').update(text).digest('hex');
  if (known === hash) return false;
  if (known) throw new Error(`migration ${name} was changed after it was applied; add a new one instead`);
  await client.query('begin');
  try {
    await client.query(atLength(text));
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
