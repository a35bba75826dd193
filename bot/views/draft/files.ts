import { copyOf } from '../../process/draft/file.ts';
import { fileById, filesOf, partHashes, partsIn } from '../../store/draft/files.ts';
import { errandOf } from '../../store/reach/errands.ts';
import type { ErrandRow, FileRow } from '../../store/schema.ts';
import { found, NotFound, type Viewing } from '../frame/context.ts';
import { whyNot } from '../reach/errands.ts';
import type { FileView } from '../case/shapes.ts';

const fileShown = (file: FileRow, errand: ErrandRow | null): FileView => {
  const { id, name, number, size, hash, versionId, sent, url, state, itemId } = file;
  return {
    id,
    name,
    number,
    size,
    hash: hash ?? '',
    versionId,
    addedAt: (file.finishedAt ?? file.createdAt).toISOString(),
    state: copyOf({ whole: state !== 'receiving', itemId }, errand),
    sent,
    url,
    reason: whyNot(errand),
  };
};

export async function filesView({ db }: Viewing, caseId: string): Promise<FileView[]> {
  const files = await filesOf(db, caseId);
  const errands = await Promise.all(files.map(({ id }) => errandOf(db, 'file', id)));
  return files.map((file, index) => fileShown(file, errands[index]!));
}

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
