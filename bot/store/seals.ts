import { sql } from 'kysely';
import { genesis, linkHash } from '../process/trail.ts';
import { listOf } from './columns.ts';
import { rowsOf, writeAlong, type Db, type Trx } from './database.ts';
import type { EventRow } from './schema.ts';
import { entryOf } from './trail.ts';

const takeWaiting = `
  with taken as (delete from unsealed where case_id = $1 returning event_id)
  select ${listOf('event', 'event')} from taken join event on event.id = taken.event_id order by event.id`;

const selectLast = 'select seq, hash from seal where case_id = $1 order by seq desc limit 1';

const insertSeals = `
  insert into seal (event_id, case_id, seq, previous, hash)
  select event_id, $1, seq, previous, hash
  from unnest($2::bigint[], $3::int[], $4::text[], $5::text[]) as s (event_id, seq, previous, hash)`;

/**
 * Lays the chain over what is committed and not yet sealed, in this case only. The advisory lock makes
 * it one sealer at a time per case; events still under way in another transaction come in the next round.
 */
export async function sealCase(trx: Trx, caseId: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(4812, hashtext(${caseId}))`.execute(trx);
  const rows = await rowsOf<EventRow>(trx, takeWaiting, [caseId]);
  if (rows.length === 0) return [];
  const [last] = await rowsOf<{ seq: number; hash: string }>(trx, selectLast, [caseId]);
  let { seq, hash: previous } = last ?? { seq: 0, hash: genesis };
  const seals = rows.map((row) => {
    seq += 1;
    const hash = linkHash(previous, entryOf(row, seq));
    const seal = { eventId: row.id, seq, previous, hash };
    previous = hash;
    return seal;
  });
  const of = (name: keyof (typeof seals)[number]) => seals.map((seal) => seal[name]);
  await writeAlong(trx, insertSeals, [caseId, of('eventId'), of('seq'), of('previous'), of('hash')]);
  return rows.map((row) => String(row.id));
}

const findStragglers = `
  insert into unsealed (case_id, event_id)
  select case_id, id from event where not exists (select from seal where event_id = event.id)
  on conflict do nothing`;

/** Looks through the whole trail for what got in, or lost its seal, past the trigger. */
export async function findUnsealed(db: Db): Promise<void> {
  await sql.raw(findStragglers).execute(db);
}

/** Cases with events that no seal covers yet. */
export async function unsealedCases(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('unsealed').select('caseId').distinct().execute();
  return rows.map((row) => row.caseId);
}
