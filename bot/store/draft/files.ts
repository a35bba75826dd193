import { randomUUID } from 'node:crypto';
import type { Refusal } from '../../process/frame/refusals.ts';
import { nameKey } from '../../process/draft/file.ts';
import { columnsOf } from '../frame/columns.ts';
import { rowsOf, writeAlong, type Db, type Reader, type Trx } from '../frame/database.ts';
import type { FileRow } from '../schema.ts';

type NewFile = Pick<FileRow, 'caseId' | 'versionId' | 'name' | 'size' | 'createdBy' | 'createdAt'>;

const insert = `
  insert into file (id, case_id, version_id, name, number, size, created_by, created_at, state)
  values ($1, $2, $3, $4, $5, $6, $7, $8, 'receiving')`;

/**
 * The next of its name in the case, in the letters that the name has there already; whoever adds another of the same name
 * at once waits for the case's lock.
 */
export async function insertFile(trx: Trx, file: NewFile): Promise<{ id: string; number: number }> {
  const id = randomUUID();
  const { caseId, versionId, size, createdBy, createdAt } = file;
  const key = nameKey(file.name);
  const there = await trx
    .selectFrom('file')
    .select(['name', 'number'])
    .where('caseId', '=', caseId)
    .orderBy('number')
    .execute();
  const same = there.filter(({ name }) => nameKey(name) === key);
  const number = Math.max(0, ...same.map((one) => one.number)) + 1;
  const name = same.at(-1)?.name ?? file.name.normalize('NFC');
  await writeAlong(trx, insert, [id, caseId, versionId, name, number, size, createdBy, createdAt]);
  return { id, number };
}

export async function fileById(db: Reader, id: string): Promise<FileRow | null> {
  return (
    (await db.selectFrom('file').select(columnsOf('file')).where('id', '=', id).executeTakeFirst()) ?? null
  );
}

export async function lockFile(trx: Trx, id: string): Promise<FileRow | null> {
  const query = trx.selectFrom('file').select(columnsOf('file')).where('id', '=', id).forNoKeyUpdate();
  return (await query.executeTakeFirst()) ?? null;
}

export async function updateFile(
  db: Reader,
  id: string,
  values: Partial<Omit<FileRow, 'id' | 'caseId' | 'name' | 'number' | 'size'>>,
): Promise<void> {
  await db.updateTable('file').set(values).where('id', '=', id).execute();
}

/** Whole files of a case, the newest of each name first. */
export function filesOf(db: Reader, caseId: string): Promise<FileRow[]> {
  return db
    .selectFrom('file')
    .select(columnsOf('file'))
    .where('caseId', '=', caseId)
    .where('state', '<>', 'receiving')
    .orderBy('name')
    .orderBy('number', 'desc')
    .execute();
}

/** What was uploaded with a version of the proposal: part of what is voted on. */
export function filesWith(db: Reader, versionId: string): Promise<Pick<FileRow, 'id' | 'name' | 'hash'>[]> {
  return db
    .selectFrom('file')
    .select(['id', 'name', 'hash'])
    .where('versionId', '=', versionId)
    .where('state', '<>', 'receiving')
    .orderBy('name')
    .orderBy('number')
    .execute();
}

/** The same part again is the same part. */
export async function putPart(trx: Trx, fileId: string, number: number, bytes: Buffer): Promise<void> {
  await trx
    .insertInto('filePart')
    .values({ fileId, number, bytes })
    .onConflict((conflict) => conflict.columns(['fileId', 'number']).doUpdateSet({ bytes }))
    .execute();
}

const sumOfParts = 'select coalesce(sum(length(bytes)), 0) as bytes from file_part where file_id = $1';

export async function receivedOf(db: Reader, fileId: string): Promise<number> {
  return Number((await rowsOf<{ bytes: string }>(db, sumOfParts, [fileId]))[0]!.bytes);
}

const stampOfParts = `
  select md5(coalesce(string_agg(number || ':' || xmin::text, ' ' order by number), '')) as stamp
  from file_part where file_id = $1`;

/** Which parts there are, and that they are the same: PostgreSQL marks each row with who wrote it last. */
export async function partsStamp(db: Reader, fileId: string): Promise<string> {
  return (await rowsOf<{ stamp: string }>(db, stampOfParts, [fileId]))[0]!.stamp;
}

const hashesOfParts = `
  select number, encode(sha256(bytes), 'hex') as hash from file_part where file_id = $1 order by number`;

/** Which parts have come in, each by its own hash. */
export const partHashes = (db: Reader, fileId: string): Promise<{ number: number; hash: string }[]> =>
  rowsOf(db, hashesOfParts, [fileId]);

export async function partOf(db: Reader, fileId: string, number: number): Promise<Buffer | null> {
  const query = db.selectFrom('filePart').select('bytes').where('fileId', '=', fileId);
  return (await query.where('number', '=', number).executeTakeFirst())?.bytes ?? null;
}

const reject = `
  with rejected as (update file set failure = $2 where id = $1 and state = 'receiving' returning id)
  delete from file_part where file_id in (select id from rejected)`;

/** Refused for what it is: its bytes are dropped at once, and why is kept for whoever asks again. */
export async function rejectFile(db: Db, fileId: string, refusal: Refusal): Promise<void> {
  await rowsOf(db, reject, [fileId, JSON.stringify(refusal)]);
}

export const rejectionOf = ({ state, failure }: Pick<FileRow, 'state' | 'failure'>): Refusal | null =>
  state === 'receiving' && failure ? (JSON.parse(failure) as Refusal) : null;

/** One part at a time, in order: a file is larger than what one wants in memory. */
export async function* partsIn(db: Reader, fileId: string): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const bytes = await partOf(db, fileId, number);
    if (!bytes) return;
    yield bytes;
  }
}

const updateSent = 'update file set sent = $2 where id = $1';

/** How much of it has gone to SharePoint. */
export async function noteSent(db: Db, id: string, sent: number): Promise<void> {
  await rowsOf(db, updateSent, [id, sent]);
}

/** The copy of the file of the same name before this one. */
export async function copyBefore(
  db: Reader,
  { caseId, name, number }: Pick<FileRow, 'caseId' | 'name' | 'number'>,
): Promise<FileRow | null> {
  const query = db
    .selectFrom('file')
    .select(columnsOf('file'))
    .where('caseId', '=', caseId)
    .where('name', '=', name)
    .where('number', '<', number)
    .where('itemId', 'is not', null)
    .orderBy('number', 'desc');
  return (await query.executeTakeFirst()) ?? null;
}

const selectAfter = `
  select exists (
    select from file where case_id = $1 and name = $2 and number > $3 and state <> 'receiving'
  ) as "there"`;

/** Has a later file of this name come in whole? Its copy may be there before that is noted. */
export async function hasFileAfter(
  db: Reader,
  { caseId, name, number }: Pick<FileRow, 'caseId' | 'name' | 'number'>,
): Promise<boolean> {
  return (await rowsOf<{ there: boolean }>(db, selectAfter, [caseId, name, number]))[0]!.there;
}

const dropHalf = `
  with half as (select id from file where state = 'receiving' and created_at < $1 for update),
    parts as (delete from file_part where file_id in (select id from half))
  delete from file where id in (select id from half)`;

/** What never came in whole was never part of a case, and nobody has seen it. */
export async function dropHalfFiles(db: Db, before: Date): Promise<void> {
  await rowsOf(db, dropHalf, [before]);
}
