import { acts } from '../../acts/index.ts';
import type { Asked, Files } from '../../ports.ts';
import { besideName } from '../../process/draft/file.ts';
import type { ReasonOf } from '../../process/reach/errands.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import { copyBefore, fileById, hasFileAfter, noteSent, partsIn } from '../../store/draft/files.ts';
import { readersOutside } from '../../store/draft/fileReaders.ts';
import { groupOf } from '../../store/group/groups.ts';
import type { ErrandRow, FileRow } from '../../store/schema.ts';
import { fails, type Bringing, type Came } from '../frame/bringing.ts';
import type { Work } from '../frame/work.ts';
import { letInOutside } from './closeFiles.ts';

/** SharePoint has a copy of a file, which is looked at from then on: somebody may change it there. */
export const file = {
  note: acts.noteFile,
  about: (fileId: string) => ({ fileId }),
  away: 'unavailable' as const,
  async bring(work, errand) {
    const { db, files } = work;
    const [one, teamId] = [await fileById(db, errand.aboutId), await hostTeam(db)];
    if (!files || !teamId || !one?.hash) return { none: true };
    return errand.done < errand.wanted || !one.itemId
      ? put(work, files, { teamId, file: one, errand })
      : lookAfter(work, files, one);
  },
} satisfies Bringing;

const failureOf = ({ refused }: Extract<Asked<unknown>, { refused: string }>): ReasonOf<'file'> =>
  refused === 'notFound' ? 'noFolder' : refused;

async function put(
  { db }: Work,
  files: Files,
  { teamId, file: one, errand: { failure } }: { teamId: string; file: FileRow; errand: ErrandRow },
): Promise<Came> {
  const group = await groupOf(db, one.caseId);
  const folder = await files.folder(teamId, group?.channelId ?? null);
  if ('refused' in folder) return fails<'file'>(failureOf(folder));
  const before = await copyBefore(db, one);
  // What somebody changed, or made under this name, stays as it is: the copy goes beside it.
  const beside = failure === 'changed' || failure === 'nameTaken';
  const over = !beside && before?.itemId && before.etag ? { itemId: before.itemId, etag: before.etag } : null;
  await noteSent(db, one.id, 0);
  const copy = await files.put(folder.done, {
    name: beside ? besideName(one.name, one.number) : one.name,
    size: one.size,
    over,
    parts: () => partsIn(db, one.id),
    sent: (bytes) => noteSent(db, one.id, bytes),
  });
  if ('refused' in copy) return fails<'file'>(failureOf(copy));
  const outside = await letInOutside({ db, files }, copy.done);
  // Who left while they were let in: the job that takes files back did not know of this copy.
  const still = new Set(await readersOutside(db));
  const gone = outside.filter((email) => !still.has(email)).map((email) => ({ email, objectId: null }));
  if (gone.length > 0) await files.unshare(copy.done, gone);
  return { copy: copy.done };
}

/** The newest of its name: those before it are versions of the same copy. A look that fails says nothing of the copy. */
async function lookAfter(
  { db, log }: Work,
  files: Files,
  { id, driveId, itemId, etag, caseId, name, number }: FileRow,
): Promise<Came> {
  if (!driveId || !itemId) return { went: { done: true, over: true } };
  const seen = await files.etag({ driveId, itemId }).catch((error: unknown) => {
    log.warn({ err: error, fileId: id }, 'a copy could not be looked at');
    return etag;
  });
  // After the look: what it saw may be the next file's copy already.
  if (await hasFileAfter(db, { caseId, name, number })) return { went: { done: true, over: true } };
  return seen === etag ? { went: { done: true } } : { changed: true };
}
