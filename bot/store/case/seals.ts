import { randomBytes } from 'node:crypto';
import {
  digestHash,
  digestOf,
  genesis,
  linkHash,
  type Sealing,
  type TrailEntry,
} from '../../process/frame/trail.ts';
import { listOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Db, type Trx } from '../frame/database.ts';
import type { EventRow } from '../schema.ts';
import { entryOf } from './trail.ts';

/**
 * Whoever looked for stragglers while one was being sealed has it wait once more: it is taken, and not sealed again. So is
 * what waits here and is another case's: it belongs into no other chain than its own.
 */
const takeWaiting = `
  with taken as (delete from unsealed where case_id = $1 returning event_id)
  select ${listOf('event', 'event')} from taken join event on event.id = taken.event_id and event.case_id = $1
  where not exists (select from seal where seal.event_id = event.id) order by event.id`;

const oneAtATime = 'select pg_advisory_xact_lock(4812, hashtext($1))';
const selectLast = 'select seq, hash from seal where case_id = $1 order by seq desc limit 1';

const insertSeals = `
  insert into seal (event_id, case_id, seq, previous, hash, form, salt, digest)
  select event_id, $1, seq, previous, hash, form, salt, digest
  from unnest($2::bigint[], $3::int[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[])
    as s (event_id, seq, previous, hash, form, salt, digest)`;

/** A program from before form 2 takes it for a broken chain, and says so to whoever looks. */
const selectOlder = `
  select from pg_stat_activity
  where datname = current_database() and application_name in ('partnership', 'partnership-2') limit 1`;

function sealed(form: Sealing['form'], caseId: string, previous: string, entry: TrailEntry) {
  if (form === 1) return { form, salt: null, digest: null, hash: linkHash(previous, entry) };
  const salt = randomBytes(16).toString('hex');
  const digest = digestOf(salt, entry);
  return { form, salt, digest, hash: digestHash(previous, { caseId, seq: entry.seq, digest }) };
}

/**
 * Lays the chain over what is committed and not yet sealed, in this case only. The advisory lock makes
 * it one sealer at a time per case; events still under way in another transaction come in the next round.
 */
export async function sealCase(trx: Trx, caseId: string): Promise<string[]> {
  await rowsOf(trx, oneAtATime, [caseId]);
  const rows = await rowsOf<EventRow>(trx, takeWaiting, [caseId]);
  if (rows.length === 0) return [];
  const [last] = await rowsOf<{ seq: number; hash: string }>(trx, selectLast, [caseId]);
  const older = await rowsOf(trx, selectOlder, []);
  const form = older.length > 0 ? 1 : 2;
  let { seq, hash: previous } = last ?? { seq: 0, hash: genesis };
  const seals = rows.map((row) => {
    seq += 1;
    const seal = { eventId: row.id, seq, previous, ...sealed(form, caseId, previous, entryOf(row, seq)) };
    previous = seal.hash;
    return seal;
  });
  const of = (name: keyof (typeof seals)[number]) => seals.map((seal) => seal[name]);
  const columns = (['eventId', 'seq', 'previous', 'hash', 'form', 'salt', 'digest'] as const).map(of);
  await writeAlong(trx, insertSeals, [caseId, ...columns]);
  return rows.map((row) => String(row.id));
}

const findStragglers = `
  with looked as (select id, case_id from event where id > $1 order by id limit $2),
    found as (
      insert into unsealed (case_id, event_id)
      select case_id, id from looked where not exists (select from seal where event_id = looked.id)
      on conflict do nothing)
  select max(id) as last from looked`;
/** The first id that there can be: whoever is past the trigger may choose one. */
const first = '-9223372036854775808';
/** So many at a time: a statement that takes long is ended. */
const atOnce = 20_000;

/** Looks through the whole trail for what got in, or lost its seal, past the trigger. */
export async function findUnsealed(db: Db, many = atOnce): Promise<void> {
  let after: string | null = first;
  while (after !== null) {
    const rows: { last: string | null }[] = await rowsOf(db, findStragglers, [after, many]);
    after = rows[0]!.last;
  }
}

/** Cases with events that no seal covers yet. */
export async function unsealedCases(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('unsealed').select('caseId').distinct().execute();
  return rows.map((row) => row.caseId);
}
