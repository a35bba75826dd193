import { sql } from 'kysely';

import type { Db } from './database.ts';

/** The server's own time. */
export const realClock = { now: (): Date => new Date() };

/** Development only: real time moved by an offset that every replica shares through the database. */
export class MovableClock {
  #offsetMs = 0;
  #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs);
  }

  async reload(): Promise<void> {
    const row = await this.#db.selectFrom('clock').select('offsetMs').executeTakeFirstOrThrow();
    this.#offsetMs = Number(row.offsetMs);
  }

  /** Moves the clock of every replica by so many milliseconds. */
  async advance(ms: number): Promise<Date> {
    await sql`update clock set offset_ms = offset_ms + ${Math.round(ms)}`.execute(this.#db);
    await sql`select pg_notify('clock', '')`.execute(this.#db);
    await this.reload();
    return this.now();
  }
}
