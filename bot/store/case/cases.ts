import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { RevisionState } from '../../process/case/revision.ts';
import { columnsOf } from '../frame/columns.ts';
import { json, rowsOf, type Reader, type Trx } from '../frame/database.ts';
import type { RevisionTable, VersionRow } from '../schema.ts';

const takeNumbers = `
  insert into counter (series, value) values ($1, $2)
  on conflict (series) do update set value = counter.value + excluded.value returning value`;

/** The last of the next `count` numbers of a series, without holes: the row stays locked until they are committed. */
export async function nextNumber(trx: Trx, series: string, count = 1): Promise<number> {
  const rows = await rowsOf<{ value: number }>(trx, takeNumbers, [series, count]);
  return rows[0]!.value;
}

export async function insertRevision(trx: Trx, row: Omit<RevisionTable, 'id'>): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('revision')
    .values({ id, ...row })
    .execute();
  return id;
}

export async function revisionById(db: Reader, id: string): Promise<RevisionTable | null> {
  return (
    (await db.selectFrom('revision').select(columnsOf('revision')).where('id', '=', id).executeTakeFirst()) ??
    null
  );
}

/** Holds the case still while something about it is decided. */
export async function lockRevision(trx: Trx, id: string): Promise<RevisionTable | null> {
  const query = trx
    .selectFrom('revision')
    .select(columnsOf('revision'))
    .where('id', '=', id)
    .forNoKeyUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export async function setRevisionState(trx: Trx, id: string, state: RevisionState): Promise<void> {
  await trx.updateTable('revision').set({ state }).where('id', '=', id).execute();
}

export async function insertVersion(
  trx: Trx,
  row: Omit<VersionRow, 'id' | 'number'>,
): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const last = await trx
    .selectFrom('version')
    .select((all) => all.fn.max('number').as('number'))
    .where('revisionId', '=', row.revisionId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await trx
    .insertInto('version')
    .values({ id, ...row, number, clauses: json(row.clauses) })
    .execute();
  return { id, number };
}

/** Versions never change, so one that was read once need not be read again. */
const versions = new LRUCache<string, VersionRow>({ max: 100 });

export async function versionById(db: Reader, id: string): Promise<VersionRow | null> {
  const known = versions.get(id);
  if (known) return known;
  const row = await db
    .selectFrom('version')
    .select(columnsOf('version'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (row) versions.set(id, row);
  return row ?? null;
}

export function versionsOf(db: Reader, revisionId: string): Promise<VersionRow[]> {
  return db
    .selectFrom('version')
    .select(columnsOf('version'))
    .where('revisionId', '=', revisionId)
    .orderBy('number')
    .execute();
}

const selectDocuments = `
  select id, revision_id, kind from version where revision_id = any($1::uuid[]) order by revision_id, number`;

/** The documents of each case, in order; their texts stay where they are. */
export const documentsOf = (
  db: Reader,
  revisionIds: string[],
): Promise<Pick<VersionRow, 'id' | 'revisionId' | 'kind'>[]> => rowsOf(db, selectDocuments, [revisionIds]);
