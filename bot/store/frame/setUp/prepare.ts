import pg from 'pg';
import { letIn } from './letIn.ts';
import { lineTo } from '../limits.ts';
import { migrate } from './migrate.ts';

/**
 * Brings the database to what this program knows. With an owner's address the owner does it and lets the app's role in;
 * without, the app's role owns what it makes. Returns the steps that were applied. Where the clock is not to be moved, it
 * stands right: the database judges by it whether an event bears its own time.
 */
export async function prepareDatabase(url: string, ownerUrl?: string, movesClock = false): Promise<string[]> {
  const pool = new pg.Pool({ ...lineTo(ownerUrl ?? url, 'partnership-owner'), max: 1 });
  pool.on('error', () => undefined);
  try {
    const done = await migrate(pool);
    if (!movesClock) await pool.query('update clock set offset_ms = 0 where offset_ms <> 0');
    if (ownerUrl) await letIn(pool, url, movesClock);
    else await makeRoomForQueue(pool);
    return done;
  } finally {
    await pool.end();
  }
}

async function makeRoomForQueue(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ there: boolean }>(
    `select to_regnamespace('pgboss') is not null as there`,
  );
  // To ask for what is there already needs the right to make it.
  if (!rows[0]!.there) await pool.query('create schema if not exists pgboss');
}
