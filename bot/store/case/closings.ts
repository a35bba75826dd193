import type { Head } from '../../process/case/heads.ts';
import { rowsOf, type Reader } from '../frame/database.ts';
import { headWith } from './heads.ts';

/** The end of a vote as the trail has it: closed, or a tie decided after that. */
const selectClosing = `
  select event.case_id, seal.seq from vote
  join event on event.case_id = vote.case_id::text
  left join seal on seal.event_id = event.id
  where vote.id = $1 and event.type in ('voteClosed', 'tieDecided') and event.data->>'voteId' = $1::text
  order by event.id desc limit 1`;

interface Closing {
  caseId: string;
  /** Null while it waits to be sealed. */
  seq: number | null;
}

export async function closingEvent(db: Reader, voteId: string): Promise<Closing | null> {
  const [row] = await rowsOf<Closing>(db, selectClosing, [voteId]);
  return row ?? null;
}

const selectFirst = 'select n from head_leaf where case_id = $1 and seq >= $2 order by n limit 1';

/** Always the same one, however often it is asked for. */
export async function firstHeadOver(db: Reader, voteId: string): Promise<Head | null> {
  const closing = await closingEvent(db, voteId);
  if (!closing || closing.seq === null) return null;
  const [found] = await rowsOf<{ n: number }>(db, selectFirst, [closing.caseId, closing.seq]);
  return found ? headWith(db, found.n) : null;
}

const selectClosed = 'select from hearing where deadline > $1 and deadline <= $2 limit 1';

/** Whether a hearing's deadline passed in between. */
export async function closedBetween(db: Reader, after: Date, until: Date): Promise<boolean> {
  return (await rowsOf(db, selectClosed, [after, until])).length > 0;
}

/** Where heads of closings are looked for: the number of a head is never below the minute that it was laid in. */
const selectClosings = `
  select (select l.n from head_leaf l where l.case_id = $1 and l.seq >= seal.seq order by l.n limit 1) as n
    from event join seal on seal.event_id = event.id
    where event.case_id = $1 and event.type in ('voteClosed', 'tieDecided') and event.data->>'rehearsal' is distinct from 'true'
  union
  select (select head.n from head
      where head.n >= floor(extract(epoch from h.deadline - timestamptz '2026-01-01 00:00:00Z') / 60) and head.at >= h.deadline
      order by head.n limit 1) as n
    from hearing h where h.case_id::text = $1
  order by n desc nulls last limit $2`;

/** The heads that were the first over each vote's and each hearing's end in a case, newest first. */
export async function closingHeads(db: Reader, caseId: string, most: number): Promise<number[]> {
  const rows = await rowsOf<{ n: number | null }>(db, selectClosings, [caseId, most]);
  return rows.flatMap(({ n }) => n ?? []);
}
