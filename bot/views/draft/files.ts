import { both } from '../../i18n/index.ts';
import type { FileFailure, FileState } from '../../process/draft/file.ts';
import { fileById, filesOf, partHashes, partsIn } from '../../store/draft/files.ts';
import type { FileRow } from '../../store/schema.ts';
import { found, NotFound, type Viewing } from '../frame/context.ts';
import type { FileView } from '../case/shapes.ts';

const told: FileState[] = ['failed', 'changed'];

const fileShown = ({
  id,
  name,
  number,
  size,
  hash,
  versionId,
  state,
  sent,
  url,
  ...row
}: FileRow): FileView => ({
  id,
  name,
  number,
  size,
  hash: hash ?? '',
  versionId,
  addedAt: (row.finishedAt ?? row.createdAt).toISOString(),
  state,
  sent,
  url,
  reason: row.failure && told.includes(state) ? both(`file.failure.${row.failure as FileFailure}`) : null,
});

export const filesView = async ({ db }: Viewing, caseId: string): Promise<FileView[]> =>
  (await filesOf(db, caseId)).map(fileShown);

/** What has come in of a file on its way, for whoever may send the rest; of one that was refused for what it is, nothing. */
export async function fileParts(
  { db, reader }: Viewing,
  id: string,
): Promise<{ parts: { number: number; hash: string }[] }> {
  if (!reader.secretariat) throw new NotFound();
  return { parts: await partHashes(db, found(await fileById(db, id)).id) };
}

/** The bytes of a whole file, as they came in; every member may read the documents of a case. */
export async function fileContent(
  { db }: Viewing,
  id: string,
): Promise<{ name: string; size: number; hash: string; parts: AsyncIterable<Buffer> }> {
  const file = found(await fileById(db, id));
  const { name, size, hash } = file;
  return { name, size, hash: found(hash), parts: partsIn(db, id) };
}
