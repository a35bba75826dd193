import type { House } from './app.ts';

/** The clock does nothing by itself in this house any more, or not this: it would show beside what a test does. */
export const stopSchedule = async (house: House, job?: string): Promise<void> =>
  void (await house.sql('delete from pgboss.schedule where name = coalesce($1, name)', [job ?? null]));
