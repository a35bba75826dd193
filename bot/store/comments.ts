import { columnsOf, listOf } from './columns.ts';
import { rowsOf, writeAlong, type Reader, type Trx } from './database.ts';
import { together } from './loader.ts';
import type { CommentRow } from './schema.ts';

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

export async function lockComment(trx: Trx, id: string): Promise<CommentRow | null> {
  return (
    (await trx
      .selectFrom('comment')
      .select(columnsOf('comment'))
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()) ?? null
  );
}

export async function updateComment(trx: Trx, id: string, values: Partial<CommentRow>): Promise<void> {
  await trx.updateTable('comment').set(values).where('id', '=', id).execute();
}

export async function standingComments(
  db: Reader,
  hearingId: string,
  organisationId: string,
): Promise<number> {
  const row = await db
    .selectFrom('comment')
    .select((all) => all.fn.countAll<string>().as('count'))
    .where('hearingId', '=', hearingId)
    .where('organisationId', '=', organisationId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
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
  /** Withdrawn comments of others than this organisation are left out. */
  hideWithdrawnOf?: string | null;
  after?: number;
  limit: number;
}

export type CommentListed = CommentRow & { organisationName: string; personName: string | null };

export function listComments(db: Reader, filter: CommentFilter): Promise<CommentListed[]> {
  let query = db
    .selectFrom('comment')
    .innerJoin('organisation', 'organisation.id', 'comment.organisationId')
    .leftJoin('person', 'person.id', 'comment.personId')
    .select(columnsOf('comment'))
    .select(['organisation.name as organisationName', 'person.displayName as personName'])
    .where('comment.hearingId', '=', filter.hearingId)
    .orderBy('comment.number')
    .limit(filter.limit);
  if (filter.only) query = query.where('comment.organisationId', '=', filter.only);
  const own = filter.hideWithdrawnOf;
  if (own === '') query = query.where('comment.withdrawnAt', 'is', null);
  else if (own) {
    query = query.where((where) =>
      where.or([where('comment.withdrawnAt', 'is', null), where('comment.organisationId', '=', own)]),
    );
  }
  if (filter.organisationId) query = query.where('comment.organisationId', '=', filter.organisationId);
  if (filter.clause) query = query.where('comment.clause', '=', filter.clause);
  if (filter.type) query = query.where('comment.type', '=', filter.type as CommentRow['type']);
  if (filter.theme) query = query.where('comment.theme', '=', filter.theme);
  if (filter.after) query = query.where('comment.number', '>', filter.after);
  if (filter.unanswered)
    query = query.where('comment.disposedAt', 'is', null).where('comment.withdrawnAt', 'is', null);
  return query.execute();
}

/** Standing comments per organisation, and whether all of them came late. */
export async function commentsByOrganisation(
  db: Reader,
  hearingId: string,
): Promise<Map<string, { count: number; late: boolean }>> {
  const rows = await db
    .selectFrom('comment')
    .select((all) => [
      'organisationId',
      all.fn.countAll<string>().as('count'),
      all.fn.agg<boolean>('bool_and', ['late']).as('late'),
    ])
    .where('hearingId', '=', hearingId)
    .where('withdrawnAt', 'is', null)
    .groupBy('organisationId')
    .execute();
  return new Map(rows.map((row) => [row.organisationId, { count: Number(row.count), late: row.late }]));
}

export async function hearingIdOf(db: Reader, commentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('comment')
    .select('hearingId')
    .where('id', '=', commentId)
    .executeTakeFirst();
  return row?.hearingId ?? null;
}
