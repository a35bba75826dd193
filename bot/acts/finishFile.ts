// Who may: the secretariat. Changes: a file that has come in whole belongs to the case, by its hash; SharePoint gets a copy soon.
// Refuses: parts are missing; a vote has been opened on its version meanwhile. A repeat: the same file.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { lockRevision } from '../store/cases.ts';
import { fileById, lockFile, partsIn, receivedOf, updateFile } from '../store/files.ts';
import { act } from './act.ts';
import { isFrozen } from './frozen.ts';
import { id } from './input.ts';

export const finishFile = act({
  name: 'finishFile',
  may: secretariat,
  input: z.object({ fileId: id }),
  async load({ trx, input, probe }) {
    const known = await fileById(trx, input.fileId);
    // The case before the file: a vote that is being opened on the version goes first or comes after.
    if (known && !probe) await lockRevision(trx, known.revisionId);
    const file = known && !probe ? await lockFile(trx, known.id) : known;
    if (!file) return refuse('notFound');
    const whole = file.state !== 'receiving';
    return {
      file,
      received: whole ? file.size : await receivedOf(trx, file.id),
      frozen: !whole && (await isFrozen(trx, file.revisionId, file.versionId)),
    };
  },
  decide({ file, received, frozen }) {
    if (frozen) return refuse('versionFrozen');
    return received === file.size ? null : refuse('fileIncomplete');
  },
  async apply({ file }, { trx, now, record, enqueue }) {
    const { id: fileId, revisionId, versionId, name, number, size } = file;
    if (file.hash) return { fileId, hash: file.hash };
    const digest = createHash('sha256');
    for await (const part of partsIn(trx, fileId)) digest.update(part);
    const hash = digest.digest('hex');
    await updateFile(trx, fileId, { hash, state: 'waiting', finishedAt: now });
    record(revisionId, 'fileAdded', { revisionId, fileId, versionId, name, number, size, hash });
    enqueue('bringFile', { fileId });
    return { fileId, hash };
  },
});
