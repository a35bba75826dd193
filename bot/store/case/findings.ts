import { rowsOf, type Reader, type Trx } from '../frame/database.ts';
import type { FindingRow } from '../schema.ts';

/** What does not fit. No words and no values: by its ids somebody who may look finds it. */
export type Found = Pick<FindingRow, 'thing' | 'thingId' | 'field' | 'how'>;

const settle = `
  with found as (
    select thing, "thingId" as thing_id, field, how
    from jsonb_to_recordset($3::jsonb) as f (thing text, "thingId" text, field text, how text)),
  gone as (
    update finding set gone_at = $4 where case_id = $1 and part = $2 and gone_at is null
      and (thing, thing_id, field, how) not in (select thing, thing_id, field, how from found))
  insert into finding (case_id, part, thing, thing_id, field, how, found_at)
  select $1, $2, thing, thing_id, field, how, $4 from found
  on conflict (case_id, part, thing, thing_id, field, how) where gone_at is null do nothing`;

/** All that one look found in a case: what is new is kept, what was found before and is no more is over. */
export async function settleFindings(
  trx: Trx,
  of: { caseId: string; part: string },
  found: readonly Found[],
  now: Date,
): Promise<void> {
  await rowsOf(trx, settle, [of.caseId, of.part, JSON.stringify(found), now]);
}

const toTell = `
  update finding set told_at = $1 where gone_at is null and (told_at is null or told_at <= $2 or told_at > $1)
  returning id, case_id, part, thing, thing_id, field, how`;

export type Telling = Found & { id: string; caseId: string; part: string };

/** What nobody has been told of since a moment, or only at one to come; from now on somebody has, so it is told in this transaction. */
export const findingsToTell = (trx: Trx, now: Date, since: Date): Promise<Telling[]> =>
  rowsOf<Telling>(trx, toTell, [now, since]);

const selectOpen = `
  select case_id, part, thing, thing_id, field, how from finding
  where case_id = $1 and gone_at is null order by id limit $2`;

export const openFindings = (
  db: Reader,
  caseId: string,
  limit: number,
): Promise<(Found & { caseId: string; part: string })[]> => rowsOf(db, selectOpen, [caseId, limit]);

export interface Standing {
  /** What does not fit, in all cases. */
  findings: number;
  cases: number;
  /** When the chain that was looked at longest ago was verified; null: none was yet. */
  oldestAt: Date | null;
}

const selectStanding = `
  select (select count(*)::int from finding where gone_at is null) as findings,
    (select count(distinct case_id)::int from finding where gone_at is null) as cases,
    (select min(whole_at) from verification) as oldest_at`;

export async function standing(db: Reader): Promise<Standing> {
  return (await rowsOf<Standing>(db, selectStanding, []))[0]!;
}

const selectVerifiedAt = 'select verified_at from verification where case_id = $1';

export async function verifiedAt(db: Reader, caseId: string): Promise<Date | null> {
  return (await rowsOf<{ verifiedAt: Date }>(db, selectVerifiedAt, [caseId]))[0]?.verifiedAt ?? null;
}

const selectNames = `
  select k.id, c.ref as name from unnest($1::text[]) as k (id) join "case" c on c.id::text = k.id`;

/** What people call the cases; those that are nameless are not among them. */
export async function caseNames(db: Reader, ids: string[]): Promise<Map<string, string>> {
  const rows = await rowsOf<{ id: string; name: string }>(db, selectNames, [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
