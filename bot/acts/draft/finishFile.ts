// Who may: the secretariat. Changes: a file that has come in whole belongs to the case, by its hash; SharePoint gets a copy soon.
// Refuses: parts are missing; a vote has been opened on its version meanwhile; what is in it is dangerous, or not what its name
// says: then its bytes are gone. A repeat: the same file, or the same refusal.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockRevision } from '../../store/case/cases.ts';
import {
  fileById,
  lockFile,
  partsStamp,
  receivedOf,
  rejectionOf,
  updateFile,
} from '../../store/draft/files.ts';
import { oldAct } from '../frame/oldAct.ts';
import { isFrozen } from './frozen.ts';
import { id } from '../frame/input.ts';

export const finishFile = oldAct({
  name: 'finishFile',
  may: secretariat,
  input: z.object({ fileId: id }),
  inspects: ({ fileId }) => fileId,
  async load({ trx, input, probe, inspected }) {
    const known = await fileById(trx, input.fileId);
    // The case before the file: a vote that is being opened on the version goes first or comes after.
    if (known && !probe) await lockRevision(trx, known.revisionId);
    const file = known && !probe ? await lockFile(trx, known.id) : known;
    if (!file) return refuse('notFound');
    const whole = file.state !== 'receiving';
    const found = inspected && 'hash' in inspected ? inspected : null;
    // What was looked into is what is there now: nobody sends another part behind this lock.
    const same = found !== null && (await partsStamp(trx, file.id)) === found.stamp;
    return {
      file,
      hash: file.hash ?? (same ? found.hash : null),
      received: whole ? file.size : await receivedOf(trx, file.id),
      frozen: !whole && (await isFrozen(trx, file.revisionId, file.versionId)),
    };
  },
  decide({ file, hash, received, frozen }, { inspected, probe }) {
    if (frozen) return refuse('versionFrozen');
    const rejected = rejectionOf(file) ?? (inspected && 'refusal' in inspected ? inspected.refusal : null);
    if (rejected) return rejected;
    return received === file.size && (probe || hash) ? null : refuse('fileIncomplete');
  },
  async apply({ file, ...found }, { trx, now, record, enqueue }) {
    const { id: fileId, revisionId, versionId, name, number, size } = file;
    // Without one it would not have come past `decide`.
    const hash = found.hash!;
    if (file.hash) return { fileId, hash };
    await updateFile(trx, fileId, { hash, state: 'waiting', finishedAt: now });
    record(revisionId, 'fileAdded', { revisionId, fileId, versionId, name, number, size, hash });
    enqueue('bringFile', { fileId });
    return { fileId, hash };
  },
});
