import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Where the run's PostgreSQL is and what every database of it is copied from; set by globalSetup. */
const adminUrl = (): string => {
  const url = process.env['TEST_POSTGRES'];
  if (!url) throw new Error('run through `npm test`: its setup starts the database');
  return url;
};

export function databaseUrl(name: string, admin = adminUrl()): string {
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return url.href;
}

export async function asAdmin<T>(
  work: (client: pg.Client) => Promise<T>,
  url: string = adminUrl(),
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const goodbyeMs = 2_000;

/**
 * A pool says that it has ended before the server has heard its last goodbye: whoever is thrown out in between tells an
 * error that nobody waits for any more, and the file it was of has failed. Who never goes is thrown out all the same.
 */
async function haveGone(client: pg.Client, name: string): Promise<void> {
  const there = async (): Promise<boolean> => {
    const { rowCount } = await client.query('select from pg_stat_activity where datname = $1', [name]);
    return rowCount !== 0;
  };
  for (const until = Date.now() + goodbyeMs; Date.now() < until && (await there());) await sleep(20);
}

let made = 0;
const worker = process.env['JEST_WORKER_ID'] ?? '0';

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of this test file's own: a copy of the migrated one, or an empty one. */
export async function createDatabase(from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const template = process.env['TEST_TEMPLATE'] ?? '';
  const stamp = Date.now().toString(36);
  const name = `${template}_${worker}_${stamp}_${(made += 1)}`;
  const source = from === 'migrated' ? template : 'template0';
  await asAdmin(async (client) => {
    for (let tries = 0; ; tries += 1) {
      try {
        await client.query(`create database "${name}" template "${source}"`);
        return;
      } catch (error) {
        // Two files may copy at the same moment; the template may not be in use while it is copied.
        if ((error as { code?: string }).code !== '55006' || tries > 50) throw error;
        await sleep(100);
      }
    }
  });
  const drop = (): Promise<void> =>
    asAdmin(async (client) => {
      await haveGone(client, name);
      await client.query(`drop database if exists "${name}" with (force)`);
    });
  return { url: databaseUrl(name), drop };
}
