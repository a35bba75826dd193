import type { TrailEntry } from '../process/trail.ts';
import { rowsOf, writeAlong, type Reader, type Trx } from './database.ts';
import type { EventRow } from './schema.ts';

export interface NewEvent {
  caseId: string;
  at: Date;
  actor: EventRow['actor'];
  type: string;
  data: Record<string, unknown>;
}

const insertEvents = `
  insert into event (case_id, at, actor, type, data)
  select "caseId", at, actor, type, data
  from jsonb_to_recordset($1::jsonb) as e ("caseId" text, at timestamptz, actor jsonb, type text, data jsonb)`;

export async function appendEvents(trx: Trx, events: NewEvent[]): Promise<void> {
  if (events.length > 0) await writeAlong(trx, insertEvents, [JSON.stringify(events)]);
}

/** How an event is written in the chain: times as ISO text, so that anyone can hash it again. */
export const entryOf = (row: EventRow, seq: number): TrailEntry => ({
  seq,
  at: row.at.toISOString(),
  actor: row.actor,
  type: row.type,
  data: row.data,
});

export type TrailRow = Omit<EventRow, 'id'> & {
  id: string;
  seq: number | null;
  previous: string | null;
  hash: string | null;
  personName: string | null;
  organisationName: string | null;
};

/**
 * Events that no seal covers: those that wait for it, and what lost its link at the end of the chain. What lost it
 * further back is found by the sweep; to look for it here would cost as much as everything that ever happened.
 */
const tail = `
  tail as (
    select event_id as id from unsealed where case_id = $1
    union
    select event.id from event
    where event.case_id = $1 and event.id > coalesce(
        (select event_id from seal where case_id = $1
          and seq = (select max(seq) from seal where case_id = $1) - 200),
        '-9223372036854775808'::bigint)
      and not exists (select from seal where seal.event_id = event.id))`;

const selectPage = `
  with ${tail},
  mark as (
    select 0 as seq, '-9223372036854775808'::bigint as id where $2::bigint is null
    union all
    select coalesce(seal.seq, 2147483647), event.id
    from event left join seal on seal.event_id = event.id
    where event.id = $2::bigint and event.case_id = $1),
  page as (
    (select event.id, seal.seq, seal.previous, seal.hash from seal
      join event on event.id = seal.event_id and event.case_id = seal.case_id
      where seal.case_id = $1 and seal.seq > (select seq from mark) order by seal.seq limit $3)
    union all
    (select tail.id, null, null, null from tail
      where tail.id > (select case when seq = 2147483647 then id else '-9223372036854775808'::bigint end from mark)
      order by tail.id limit $3))
  select event.id, event.case_id, event.at, event.actor, event.type, event.data, page.seq, page.previous, page.hash,
    person.display_name as person_name, organisation.name as organisation_name
  from page
  join event on event.id = page.id
  left join person on person.id = (event.actor->>'personId')::uuid
  left join organisation on organisation.id = person.organisation_id
  order by page.seq nulls last, page.id limit $3`;

/** Sealed events in chain order, then the unsealed tail as it came; those after the event a page ended with. */
export function trailPage(
  db: Reader,
  caseId: string,
  after: string | undefined,
  limit: number,
): Promise<TrailRow[]> {
  return rowsOf<TrailRow>(db, selectPage, [caseId, after ?? null, limit]);
}

const countTail = `with ${tail} select count(*)::int as unsealed from tail`;

export async function unsealedIn(db: Reader, caseId: string): Promise<number> {
  const [row] = await rowsOf<{ unsealed: number }>(db, countTail, [caseId]);
  return row!.unsealed;
}

export type ChainLink = TrailEntry & { previous: string; hash: string };

const selectLinks = `
  select event.id, event.case_id, event.at, event.actor, event.type, event.data, seal.seq, seal.previous, seal.hash
  from seal join event on event.id = seal.event_id and event.case_id = seal.case_id
  where seal.case_id = $1 and seal.seq >= $2 order by seal.seq limit $3`;

/** So many links of a chain, beginning with a number; what is needed to recount them, and nothing more. */
export async function linksFrom(
  db: Reader,
  caseId: string,
  seq: number,
  limit: number,
): Promise<ChainLink[]> {
  const rows = await rowsOf<EventRow & Omit<ChainLink, 'at'>>(db, selectLinks, [caseId, seq, limit]);
  return rows.map((row) => ({ ...entryOf(row, row.seq), previous: row.previous, hash: row.hash }));
}
