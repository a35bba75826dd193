// Who may: the secretariat. Changes: a file of the case is expected, part by part; nobody sees it before it is whole.
// Refuses: an unfit name or size; a kind that is never taken; a version of another case, or one that a vote has been opened on. A repeat: the same key, the same file.
import { z } from 'zod';
import { refuseFileName, largestFile, longestName, partSize } from '../../process/draft/file.ts';
import { refuseName } from '../../process/draft/fileKind.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockRevision, revisionById, versionById } from '../../store/case/cases.ts';
import { insertFile } from '../../store/draft/files.ts';
import { personOf } from '../frame/act.ts';
import { oldAct } from '../frame/oldAct.ts';
import { isFrozen } from './frozen.ts';
import { id, optional, words } from '../frame/input.ts';

export const beginFile = oldAct({
  name: 'beginFile',
  may: secretariat,
  input: z.object({
    revisionId: id,
    name: words(longestName),
    size: z.int().min(1).max(largestFile),
    /** It belongs to this version of the proposal, and is voted on with it. */
    versionId: optional(id),
  }),
  async load({ trx, input, probe }) {
    const revision = await (probe ? revisionById : lockRevision)(trx, input.revisionId);
    if (!revision) return refuse('notFound');
    const version = input.versionId ? await versionById(trx, input.versionId) : null;
    if (input.versionId && version?.revisionId !== revision.id) return refuse('versionElsewhere');
    return { frozen: await isFrozen(trx, revision.id, version?.id ?? null) };
  },
  decide({ frozen }, { input, probe }) {
    const unfit = probe ? null : (refuseFileName(input.name) ?? refuseName(input.name));
    if (unfit) return unfit;
    return frozen ? refuse('versionFrozen') : null;
  },
  async apply(_, { trx, input, doer, now }) {
    const { revisionId, name, size, versionId = null } = input;
    const file = { revisionId, name, size, versionId, createdBy: personOf(doer), createdAt: now };
    const { id: fileId, number } = await insertFile(trx, file);
    return { fileId, number, partSize };
  },
});
