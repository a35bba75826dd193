import { rowsOf, writeAlong, type Db, type Reader, type Trx } from '../frame/database.ts';
import { casesOf } from './heads.ts';

/** Every chain there is or was, whoever says so. */
const selectChains = `${casesOf('seal')},
  chain as (
    select distinct case_id as id from head_leaf union select id::text from "case" union select id::text from meeting union select 'register'
    union select case_id from verification union select case_id from checkpoint
    union select case_id from found where case_id is not null)`;

/**
 * All of them, the longest unseen first. `due`: it has grown since it was verified, is another one, was found wanting, or was
 * not verified whole since a moment: a look that is to have been after now was none. A chain that does not fit is looked at
 * whole until it does: behind a point where it did fit, the fault is not seen.
 */
const selectStanding = `${selectChains}
  select chain.id, coalesce(v.whole_at < $1 or v.whole_at > $2, true) or exists (
      select from finding f where f.case_id = chain.id and f.part = 'chain' and f.gone_at is null) as whole,
    v.case_id is null or v.seq <> coalesce(top.seq, 0) or v.whole_at < $1 or v.whole_at > $2
      or s.hash is distinct from known.hash
      or exists (select from finding f where f.case_id = chain.id and f.gone_at is null) as due
  from chain left join verification v on v.case_id = chain.id
  left join lateral (select seq from seal where case_id = chain.id order by seq desc limit 1) top on true
  left join lateral (select seq, hash from checkpoint where case_id = chain.id order by seq desc limit 1) known on true
  left join seal s on s.case_id = chain.id and s.seq = known.seq
  order by case when v.verified_at <= $2 then v.verified_at end nulls first, chain.id`;

export interface Standing {
  id: string;
  /** The next look at it is at all of it. */
  whole: boolean;
  due: boolean;
}

export const chainsThere = (
  db: Reader,
  { wholeSince, now }: { wholeSince: Date; now: Date },
): Promise<Standing[]> => rowsOf(db, selectStanding, [wholeSince, now]);

/** Where a chain is not what it was when it was verified, or when a head was laid over it: gone, shorter, or another one. */
const selectLost = `
  select c.seq, case when s.seq is not null then 'recomputed'
    when exists (select from seal where case_id = $1) then 'shorter' else 'gone' end as how
  from (select seq, hash from checkpoint where case_id = $1 union select seq, hash from head_leaf where case_id = $1) c
  left join seal s on s.case_id = $1 and s.seq = c.seq
  where s.hash is distinct from c.hash order by c.seq`;

export type Lost = 'gone' | 'shorter' | 'recomputed';

/** An event of this case that another chain has: its own has no place for it any more. By the database's own number. */
const selectAstray = `
  select event.id::text as id from event join seal on seal.event_id = event.id
  where event.case_id = $1 and seal.case_id <> $1 order by event.id limit 1`;

export async function firstAstray(db: Reader, caseId: string): Promise<string | null> {
  return (await rowsOf<{ id: string }>(db, selectAstray, [caseId]))[0]?.id ?? null;
}

/** Of each way the first place, in the order of the chain. */
export async function lostSince(db: Reader, caseId: string): Promise<{ seq: number; how: Lost }[]> {
  const rows = await rowsOf<{ seq: number; how: Lost }>(db, selectLost, [caseId]);
  return rows.filter(({ how }, index) => rows.findIndex((one) => one.how === how) === index);
}

const selectPoint = `
  select c.seq, c.hash from checkpoint c join seal s on s.case_id = c.case_id and s.seq = c.seq and s.hash = c.hash
  where c.case_id = $1 order by c.seq desc limit 1`;

/** The last place where the chain is still what it was when it was verified. */
export async function lastPoint(db: Reader, caseId: string): Promise<{ seq: number; hash: string } | null> {
  return (await rowsOf<{ seq: number; hash: string }>(db, selectPoint, [caseId]))[0] ?? null;
}

export interface Verified {
  caseId: string;
  /** The last link, as far as the chain holds. */
  seq: number;
  hash: string;
  at: Date;
  whole: boolean;
  /** The chain is what it says it is, and what it was. */
  holds: boolean;
}

const note = `
  insert into verification (case_id, seq, verified_at, whole_at) values ($1, $2, $3, $3)
  on conflict (case_id) do update set seq = excluded.seq, verified_at = excluded.verified_at,
    whole_at = case when $4::boolean then excluded.whole_at else verification.whole_at end`;
const keep = `
  insert into checkpoint (case_id, seq, hash, at) values ($1, $2, $3, $4) on conflict do nothing`;

export async function noteVerified(
  trx: Trx,
  { caseId, seq, hash, at, whole, holds }: Verified,
): Promise<void> {
  await writeAlong(trx, note, [caseId, seq, at, whole]);
  if (holds && seq > 0) await writeAlong(trx, keep, [caseId, seq, hash, at]);
}

const selectErasures = `
  select erasure.event_id as id, erasure.type, erasure.ids from erasure
  join event on event.id = erasure.event_id where event.case_id = $1`;

export interface Erasure {
  type: string;
  ids: Record<string, unknown>;
}

/** What was erased of a case, by the event's id. */
export async function erasuresOf(db: Reader, caseId: string): Promise<Map<string, Erasure>> {
  const rows = await rowsOf<Erasure & { id: string }>(db, selectErasures, [caseId]);
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

/** One moment of the database, however long the look takes. */
export const atOneMoment = <T>(db: Db, look: (trx: Trx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(look);
