// Who may: the secretariat. Changes: a file of the case is expected, part by part; nobody sees it before it is whole.
// Refuses: an unfit name or size; a kind that is never taken; a version of another case, or one that a vote has been opened on. A repeat: the same key, the same file.
import { z } from 'zod';
import {
  refuseFileName,
  refuseFrozen,
  largestFile,
  longestName,
  partSize,
} from '../../process/draft/file.ts';
import { refuseName } from '../../process/draft/fileKind.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockCase, caseById, versionById } from '../../store/case/cases.ts';
import { insertFile } from '../../store/draft/files.ts';
import { act, personOf } from '../frame/act.ts';
import { votedOn } from '../../store/draft/votedOn.ts';
import { id, optional, words } from '../frame/input.ts';

export const beginFile = act({
  name: 'beginFile',
  may: secretariat,
  about: {
    revisionId: id,
    /** It belongs to this version of the proposal, and is voted on with it. */
    versionId: optional(id),
  },
  form: { name: words(longestName), size: z.int().min(1).max(largestFile) },
  async load({ trx, about, hold }) {
    const found = await hold(lockCase, caseById, about.revisionId);
    if (!found) return refuse('notFound');
    const version = about.versionId ? await versionById(trx, about.versionId) : null;
    if (about.versionId && version?.caseId !== found.id) return refuse('versionElsewhere');
    return { votes: await votedOn(trx, found.id, version?.id ?? null) };
  },
  open: ({ votes }) => refuseFrozen(votes),
  decide: (_, { form }) => refuseFileName(form.name) ?? refuseName(form.name),
  async apply(_, { trx, about: { revisionId, versionId = null }, form: { name, size }, doer, now }) {
    const file = { caseId: revisionId, name, size, versionId, createdBy: personOf(doer), createdAt: now };
    const { id: fileId, number } = await insertFile(trx, file);
    return { fileId, number, partSize };
  },
});
