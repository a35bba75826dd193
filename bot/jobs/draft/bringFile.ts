import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import type { Asked, Files } from '../../ports.ts';
import { besideName, type FileFailure } from '../../process/draft/file.ts';
import { hostTeam } from '../../store/reach/directory.ts';
import {
  claimFile,
  copiesKept,
  copyBefore,
  filesWaiting,
  notePartSent,
  partsIn,
} from '../../store/draft/files.ts';
import { readersOutside } from '../../store/draft/fileReaders.ts';
import { groupOf } from '../../store/group/groups.ts';
import type { FileRow } from '../../store/schema.ts';
import type { Jobs } from '../enqueue.ts';
import { inTurn } from '../frame/inTurn.ts';
import { letInOutside } from './closeFiles.ts';
import type { Work } from '../frame/work.ts';

/** Makes SharePoint's copy of a file; without one: of all that wait, and looks whether somebody changed those that are there. */
export async function bringFile(work: Work, { fileId }: Jobs['bringFile']): Promise<void> {
  if (fileId) return bringOne(work, fileId);
  const { db, files } = work;
  const waiting = (await filesWaiting(db)).map((id) => () => bringOne(work, id));
  const kept = (files ? await copiesKept(db) : []).map((copy) => () => lookAfter(work, files!, copy));
  await inTurn([...waiting, ...kept], 'files could not be brought to SharePoint or looked after', (one) =>
    one(),
  );
}

type Noted = { copy?: object; failure?: FileFailure; changed?: boolean; none?: boolean };
const note = ({ house }: Work, fileId: string, noted: Noted) =>
  asClock(house, acts.noteFile, { fileId, ...noted });

async function bringOne(work: Work, fileId: string): Promise<void> {
  const { db, files, log } = work;
  const file = await claimFile(db, fileId);
  if (!file) return;
  const teamId = await hostTeam(db);
  if (!files || !teamId) return void (await note(work, fileId, { none: true }));
  try {
    await note(work, fileId, await bring(work, files, teamId, file));
  } catch (error) {
    log.warn({ err: error, fileId }, 'a file could not be brought to SharePoint');
    await note(work, fileId, { failure: 'unavailable' });
    throw error;
  }
}

const failureOf = ({ refused }: Extract<Asked<unknown>, { refused: string }>): FileFailure =>
  refused === 'notFound' ? 'noFolder' : refused;

async function bring({ db }: Work, files: Files, teamId: string, file: FileRow): Promise<Noted> {
  const group = await groupOf(db, file.caseId);
  const folder = await files.folder(teamId, group?.channelId ?? null);
  if ('refused' in folder) return { failure: failureOf(folder) };
  const before = await copyBefore(db, file);
  // What somebody changed, or made under this name, stays as it is: the copy goes beside it.
  const beside = file.failure === 'changed' || file.failure === 'nameTaken';
  const over = !beside && before?.itemId && before.etag ? { itemId: before.itemId, etag: before.etag } : null;
  const copy = await files.put(folder.done, {
    name: beside ? besideName(file.name, file.number) : file.name,
    size: file.size,
    over,
    parts: () => partsIn(db, file.id),
    sent: (bytes) => notePartSent(db, file.id, bytes),
  });
  if ('refused' in copy) return { failure: failureOf(copy) };
  const outside = await letInOutside({ db, files }, copy.done);
  // Who left while they were let in: the job that takes files back did not know of this copy.
  const still = new Set(await readersOutside(db));
  const gone = outside.filter((email) => !still.has(email)).map((email) => ({ email, objectId: null }));
  if (gone.length > 0) await files.unshare(copy.done, gone);
  return { copy: copy.done };
}

async function lookAfter(work: Work, files: Files, { id, driveId, itemId, etag }: FileRow): Promise<void> {
  if (!driveId || !itemId) return;
  const now = await files.etag({ driveId, itemId });
  if (now !== etag) await note(work, id, { changed: true });
}
