// Who may: the secretariat. Changes: a file that has come in whole belongs to the case, by its hash; SharePoint gets a copy soon.
// Refuses: parts are missing; a vote has been opened on its version meanwhile; what is in it is dangerous, or not what its name
// says: then its bytes are gone. A repeat: the same file, or the same refusal.
import { refuseFrozen } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockCase } from '../../store/case/cases.ts';
import {
  fileById,
  lockFile,
  partsStamp,
  receivedOf,
  rejectionOf,
  updateFile,
} from '../../store/draft/files.ts';
import { act } from '../frame/act.ts';
import { votedOn } from '../../store/draft/votedOn.ts';
import { nothing } from '../frame/hold.ts';
import { id } from '../frame/input.ts';
import { ask } from '../reach/errands.ts';

export const finishFile = act({
  name: 'finishFile',
  may: secretariat,
  about: { fileId: id },
  inspects: ({ fileId }) => fileId,
  async load({ trx, about, hold }) {
    const known = await fileById(trx, about.fileId);
    if (!known) return refuse('notFound');
    // The case before the file: a vote that is being opened on the version goes first or comes after.
    await hold(lockCase, nothing, known.caseId);
    const file = await hold(lockFile, async () => known, known.id);
    if (!file) return refuse('notFound');
    const whole = file.state !== 'receiving';
    return {
      file,
      received: whole ? file.size : await receivedOf(trx, file.id),
      votes: whole ? [] : await votedOn(trx, file.caseId, file.versionId),
    };
  },
  already: ({ file: { id: fileId, hash } }) => (hash ? { fileId, hash } : null),
  open({ file, received, votes }) {
    const incomplete = received === file.size ? null : refuse('fileIncomplete');
    return refuseFrozen(votes) ?? rejectionOf(file) ?? incomplete;
  },
  async read({ file }, { trx, inspected }) {
    if (inspected && 'refusal' in inspected) return inspected.refusal;
    // What was looked into is what is there now: nobody sends another part behind this lock.
    const same = inspected && (await partsStamp(trx, file.id)) === inspected.stamp;
    return same ? { hash: inspected.hash } : refuse('fileIncomplete');
  },
  async apply({ file, hash }, call) {
    const { trx, now, record } = call;
    const { id: fileId, caseId, versionId, name, number, size } = file;
    await updateFile(trx, fileId, { hash, state: 'here', finishedAt: now });
    record(caseId, 'fileAdded', { revisionId: caseId, fileId, versionId, name, number, size, hash });
    await ask(call, 'file', fileId);
    return { fileId, hash };
  },
});
