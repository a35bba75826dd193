import { columnsOf, listOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Reader, type Trx } from '../frame/database.ts';
import { handedIn } from './handedIn.ts';
import { together } from '../frame/loader.ts';
import { valued } from '../frame/statements.ts';
import type { CommentRow } from '../schema.ts';

export type NewComment = Pick<
  CommentRow,
  | 'id'
  | 'number'
  | 'hearingId'
  | 'organisationId'
  | 'personId'
  | 'clause'
  | 'type'
  | 'text'
  | 'proposedChange'
  | 'channel'
  | 'receivedAt'
  | 'late'
  | 'fingerprint'
>;

const insertAll = `
  insert into comment (id, hearing_id, number, organisation_id, person_id, clause, type, text, proposed_change,
    channel, received_at, late, fingerprint)
  select id, "hearingId", number, "organisationId", "personId", clause, type, text, "proposedChange",
    channel, "receivedAt", late, fingerprint
  from jsonb_to_recordset($1::jsonb) as c (id uuid, "hearingId" uuid, number int, "organisationId" uuid,
    "personId" uuid, clause text, type text, text text, "proposedChange" text, channel text,
    "receivedAt" timestamptz, late boolean, fingerprint text)`;

/** Comments of one moment are one statement. */
export const insertComment = together(async (trx: Trx, rows: readonly NewComment[]): Promise<null[]> => {
  await writeAlong(trx, insertAll, [JSON.stringify(rows)]);
  return rows.map(() => null);
});

// LATERAL with a LIMIT is one look into the index per fingerprint, also in a plan made while the table was empty.
const selectSame = `
  select ${listOf('comment', 'c')} from unnest($1::text[]) as k (fingerprint)
  cross join lateral (
    select ${listOf('comment', 'comment')} from comment where fingerprint = k.fingerprint and withdrawn_at is null limit 1
  ) c`;

/** The comment these very words already are, when a click came twice. */
export const sameComment = together(
  async (db: Reader, fingerprints: readonly string[]): Promise<(CommentRow | null)[]> => {
    const rows = await rowsOf<CommentRow>(db, selectSame, [[...new Set(fingerprints)]]);
    const found = new Map(rows.map((row) => [row.fingerprint, row]));
    return fingerprints.map((one) => found.get(one) ?? null);
  },
);

const select = (db: Reader, id: string) =>
  db.selectFrom('comment').select(columnsOf('comment')).where('id', '=', id);

export const commentById = async (db: Reader, id: string): Promise<CommentRow | null> =>
  (await select(db, id).executeTakeFirst()) ?? null;

export const lockComment = async (trx: Trx, id: string): Promise<CommentRow | null> =>
  (await select(trx, id).forNoKeyUpdate().executeTakeFirst()) ?? null;

export async function updateComment(trx: Trx, id: string, values: Partial<CommentRow>): Promise<void> {
  await trx.updateTable('comment').set(values).where('id', '=', id).execute();
}

/** Where a page ended. Numbers tell of no order. */
export interface Place {
  receivedAt: Date;
  id: string;
}

export interface CommentFilter {
  hearingId: string;
  organisationId?: string | undefined;
  clause?: string | undefined;
  type?: string | undefined;
  theme?: string | undefined;
  unanswered?: boolean | undefined;
  /** Only this organisation's, because the rest is sealed. */
  only?: string | null;
  /** Whom it is shown to: the own organisation's whole, of others what was handed in; withdrawn ones to the secretariat. */
  to?: { organisationId: string | null; secretariat: boolean };
  after?: Place | null;
  limit: number;
}

export type CommentListed = CommentRow & { organisationName: string; personName: string | null };

const selectComments = `
  select ${listOf('comment', 'c')}, o.name as organisation_name, p.display_name as person_name
  from comment c join organisation o on o.id = c.organisation_id left join person p on p.id = c.person_id`;

export function listComments(db: Reader, filter: CommentFilter): Promise<CommentListed[]> {
  const { hearingId, only, to, organisationId, clause, type, theme, after, unanswered, limit } = filter;
  const { values, value } = valued();
  const of = (column: string, wanted: string | null | undefined): string[] =>
    wanted ? [`c.${column} = ${value(wanted)}`] : [];
  const told = handedIn('c') + (to?.secretariat ? '' : ' and c.withdrawn_at is null');
  const conditions = [
    `c.hearing_id = ${value(hearingId)}`,
    ...of('organisation_id', only),
    ...(to ? [`(${[...of('organisation_id', to.organisationId), `(${told})`].join(' or ')})`] : []),
    ...of('organisation_id', organisationId),
    ...of('clause', clause),
    ...of('type', type),
    ...of('theme', theme),
    ...(after ? [`(c.received_at, c.id) > (${value(after.receivedAt)}, ${value(after.id)})`] : []),
    ...(unanswered ? ['c.disposed_at is null and c.withdrawn_at is null'] : []),
  ];
  const text = `
    ${selectComments} where ${conditions.join(' and ')}
    order by c.received_at, c.id limit ${value(limit)}`;
  return rowsOf<CommentListed>(db, text, values);
}

/** What stands of one organisation's comments. */
export interface Filed {
  all: number;
  /** Those of which others may know, and whether all of them came late. */
  handedIn: number;
  late: boolean;
}

const selectFiled = `
  select c.organisation_id, count(*)::int as "all", (count(*) filter (where ${handedIn('c')}))::int as handed_in,
    coalesce(bool_and(c.late) filter (where ${handedIn('c')}), false) as late
  from comment c where c.hearing_id = $1 and c.withdrawn_at is null group by c.organisation_id`;

export async function commentsByOrganisation(db: Reader, hearingId: string): Promise<Map<string, Filed>> {
  const rows = await rowsOf<Filed & { organisationId: string }>(db, selectFiled, [hearingId]);
  return new Map(rows.map((row) => [row.organisationId, row]));
}
