import type { Link, Sealing, TrailEntry } from '../../process/frame/trail.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import type { EventRow } from '../schema.ts';

/** How an event is written in the chain: times as ISO text, so that anyone can hash it again. */
export const entryOf = (row: Omit<EventRow, 'id' | 'data'> & { data: unknown }, seq: number): TrailEntry => ({
  seq,
  at: row.at.toISOString(),
  actor: row.actor,
  type: row.type,
  data: row.data,
});

export type TrailRow = Omit<EventRow, 'id' | 'data'> & {
  id: string;
  /** Null when it was erased. */
  data: EventRow['data'] | null;
  /** Its number in the case, also while it waits to be a link. */
  place: number;
  seq: number | null;
  previous: string | null;
  hash: string | null;
  /** Null while it waits to be a link. */
  form: Sealing['form'] | null;
  salt: string | null;
  digest: string | null;
  personName: string | null;
  organisationName: string | null;
};

/**
 * Events that no seal covers: those that wait for it, and what lost its link at the end of the chain. What lost it
 * further back is found by the sweep; to look for it here would cost as much as everything that ever happened.
 */
const tail = `
  tail as (
    select event.id from unsealed join event on event.id = unsealed.event_id and event.case_id = $1
    where unsealed.case_id = $1
    union
    select event.id from event
    where event.case_id = $1 and event.id > coalesce(
        (select event_id from seal where case_id = $1
          and seq = (select max(seq) from seal where case_id = $1) - 200),
        '-9223372036854775808'::bigint)
      and not exists (select from seal where seal.event_id = event.id))`;

const selectPage = `
  with ${tail},
  top as (select coalesce(max(seq), 0) as seq from seal where case_id = $1),
  page as (
    (select event.id, seal.seq as place, seal.seq, seal.previous, seal.hash, seal.form, seal.salt, seal.digest from seal
      join event on event.id = seal.event_id and event.case_id = seal.case_id
      where seal.case_id = $1 and seal.seq > $2::bigint order by seal.seq limit $3)
    union all
    (select waiting.id, waiting.place, null, null, null, null, null, null
      from (select tail.id, (select seq from top) + row_number() over (order by tail.id) as place from tail) as waiting
      where waiting.place > $2::bigint order by waiting.place limit $3))
  select event.id, event.case_id, event.at, event.actor, event.type, event.data, page.place::int, page.seq,
    page.previous, page.hash, page.form, page.salt, page.digest, person.display_name as person_name, organisation.name as organisation_name
  from page
  join event on event.id = page.id
  left join person on person.id = (event.actor->>'personId')::uuid
  left join organisation on organisation.id = person.organisation_id
  order by page.place, page.seq nulls last limit $3`;

/**
 * Sealed events in chain order, then the unsealed tail as it came; those after a place. The place in the case is
 * all that is told: an event's own id counts the events of all cases, and so would date what is sealed among them.
 */
export function trailPage(db: Reader, caseId: string, after: number, limit: number): Promise<TrailRow[]> {
  return rowsOf<TrailRow>(db, selectPage, [caseId, after, limit]);
}

export interface Tail {
  /** The number of the last link. */
  top: number;
  rows: { id: string; at: Date; actor: EventRow['actor']; type: string; data: unknown }[];
}

const selectTail = `
  with ${tail}
  select (select coalesce(max(seq), 0) from seal where case_id = $1) as top, event.id, event.at, event.actor, event.type, event.data
  from (select 1) as always left join tail on true left join event on event.id = tail.id order by event.id`;

/** What waits behind the chain, and where the chain ended at that moment. */
export async function tailOf(db: Reader, caseId: string): Promise<Tail> {
  const rows = await rowsOf<{ top: number; id: string | null } & Omit<Tail['rows'][number], 'id'>>(
    db,
    selectTail,
    [caseId],
  );
  return { top: rows[0]!.top, rows: rows.flatMap(({ top: _, id, ...row }) => (id ? [{ id, ...row }] : [])) };
}

const selectBeginning = `select type from event where case_id = $1 order by id limit 1`;

/** Of which kind the first event of a case is. */
export async function beginningOf(db: Reader, caseId: string): Promise<string | null> {
  return (await rowsOf<{ type: string }>(db, selectBeginning, [caseId]))[0]?.type ?? null;
}

export type ChainLink = Link & { id: string };

const selectLinks = `
  select event.id, event.case_id, event.at, event.actor, event.type, event.data, seal.seq, seal.previous, seal.hash,
    seal.form, seal.salt, seal.digest
  from seal join event on event.id = seal.event_id and event.case_id = seal.case_id
  where seal.case_id = $1 and seal.seq >= $2 order by seal.seq limit $3`;

/** So many links of a chain, beginning with a number; what is needed to recount them, and nothing more. */
export async function linksFrom(
  db: Reader,
  caseId: string,
  seq: number,
  limit: number,
): Promise<ChainLink[]> {
  const rows = await rowsOf<Omit<EventRow, 'id'> & Omit<ChainLink, 'at'>>(db, selectLinks, [
    caseId,
    seq,
    limit,
  ]);
  return rows.map(({ id, previous, hash, form, salt, digest, ...row }) => {
    return { id, ...entryOf(row, row.seq), previous, hash, form, salt, digest };
  });
}
