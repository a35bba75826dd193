import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { columnsOf, listOf } from '../frame/columns.ts';
import { json, rowsOf, type Reader, type Trx } from '../frame/database.ts';
import type { Case, CaseRow, RevisionRow, VersionRow } from '../schema.ts';

const takeNumbers = `
  insert into counter (series, value) values ($1, $2)
  on conflict (series) do update set value = counter.value + excluded.value returning value`;

/** The last of the next `count` numbers of a series, without holes: the row stays locked until they are committed. */
export async function nextNumber(trx: Trx, series: string, count = 1): Promise<number> {
  const rows = await rowsOf<{ value: number }>(trx, takeNumbers, [series, count]);
  return rows[0]!.value;
}

/** A case of any kind with what its kind has besides. */
export const selectCase = `
  select ${listOf('case', 'c')}, r.goal_number, r.track, r.year from "case" c left join revision r on r.id = c.id`;

export async function insertRevision(
  trx: Trx,
  { goalNumber, track, year, ...row }: Omit<CaseRow<'revision'> & RevisionRow, 'id' | 'kind'>,
): Promise<string> {
  const id = randomUUID();
  await trx
    .insertInto('case')
    .values({ id, kind: 'revision', ...row })
    .execute();
  await trx.insertInto('revision').values({ id, goalNumber, track, year }).execute();
  return id;
}

const selectById = `${selectCase} where c.id = $1`;

export async function caseById(db: Reader, id: string): Promise<Case | null> {
  return (await rowsOf<Case>(db, selectById, [id]))[0] ?? null;
}

/** The program before holds a case by its revision alone. First, as there: whoever moves it writes the other row second. */
const holdRevision = 'select id from revision where id = $1 for no key update';
const holdCase = `${selectById} for no key update of c`;

/** Holds the case still while something about it is decided. */
export async function lockCase(trx: Trx, id: string): Promise<Case | null> {
  const [, rows] = await Promise.all([rowsOf(trx, holdRevision, [id]), rowsOf<Case>(trx, holdCase, [id])]);
  return rows[0] ?? null;
}

export async function setCaseState(trx: Trx, id: string, state: CaseRow['state']): Promise<void> {
  await trx.updateTable('case').set({ state }).where('id', '=', id).execute();
}

export async function insertVersion(
  trx: Trx,
  row: Omit<VersionRow, 'id' | 'number'>,
): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const last = await trx
    .selectFrom('version')
    .select((all) => all.fn.max('number').as('number'))
    .where('caseId', '=', row.caseId)
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

export function versionsOf(db: Reader, caseId: string): Promise<VersionRow[]> {
  return db
    .selectFrom('version')
    .select(columnsOf('version'))
    .where('caseId', '=', caseId)
    .orderBy('number')
    .execute();
}

const selectDocuments = `
  select id, case_id, kind from version where case_id = any($1::uuid[]) order by case_id, number`;

/** The documents of each case, in order; their texts stay where they are. */
export const documentsOf = (
  db: Reader,
  caseIds: string[],
): Promise<Pick<VersionRow, 'id' | 'caseId' | 'kind'>[]> => rowsOf(db, selectDocuments, [caseIds]);
