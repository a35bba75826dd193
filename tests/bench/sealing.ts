import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Ground } from './ground.ts';

export interface Sealing {
  events: number;
  perMinute: number;
  /** Left without a seal, or sealed into a place that another has too. */
  lost: number;
}

const cases = 20;
const atOnce = 100;

/** As they come from people: some at a time, of many cases. */
const insertSome = `
  insert into event (case_id, at, actor, type, data)
  select 'sealing ' || n % ${cases}, clock_timestamp(), '{"personId": null, "organisationId": null}', 'commentAdded',
    jsonb_build_object('text', repeat('Kravet bør følge mærkets nyeste generation. ', 3), 'number', n)
  from generate_series($1::int, $1::int + ${atOnce - 1}) n`;
const selectSealed = `
  select count(*)::int as sealed, count(distinct (case_id, seq))::int as places from seal where case_id like 'sealing %'`;

/** From the first event until the last one has its seal, by the app that runs. */
export async function measureSealing(ground: Ground, events: number): Promise<Sealing> {
  const client = new pg.Client({ connectionString: await ground.databaseUrl() });
  await client.connect();
  const from = performance.now();
  for (let n = 0; n < events; n += atOnce) await client.query(insertSome, [n]);
  const until = performance.now() + 120_000;
  const waiting = `select from unsealed where case_id like 'sealing %' limit 1`;
  while ((await client.query(waiting)).rowCount !== 0 && performance.now() < until) await sleep(20);
  const ms = performance.now() - from;
  const { rows } = await client.query<{ sealed: number; places: number }>(selectSealed);
  await client.end();
  const { sealed, places } = rows[0]!;
  return { events, perMinute: Math.round((sealed / ms) * 60_000), lost: events - Math.min(sealed, places) };
}
