// Who may: the platform only, from what Graph answered. Changes: where SharePoint has the copy of a file, why it has none, or
// that somebody changed it there. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { fileFailures } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { fileById, lockFile, updateFile } from '../../store/draft/files.ts';
import { act } from '../frame/act.ts';

export const noteFile = act({
  name: 'noteFile',
  may: systemOnly,
  about: { fileId: z.string() },
  form: {
    copy: z
      .object({ driveId: z.string(), itemId: z.string(), etag: z.string(), url: z.string().nullable() })
      .optional(),
    failure: z.enum(fileFailures).optional(),
    /** Somebody changed the copy. */
    changed: z.boolean().optional(),
    /** No copies are made here. */
    none: z.boolean().optional(),
  },
  load: async ({ about, hold }) => (await hold(lockFile, fileById, about.fileId)) ?? refuse('notFound'),
  async apply({ id: fileId, caseId, name }, { trx, form, now, record }) {
    const { copy, failure, changed, none } = form;
    const claimedAt = null;
    if (failure) await updateFile(trx, fileId, { state: 'failed', failure, failedAt: now, claimedAt });
    else if (none) await updateFile(trx, fileId, { state: 'here', claimedAt });
    else if (changed) {
      await updateFile(trx, fileId, { state: 'changed', failure: 'changed', failedAt: now });
      record(caseId, 'fileChanged', { revisionId: caseId, fileId, name });
    } else if (copy)
      await updateFile(trx, fileId, { ...copy, state: 'there', failure: null, failedAt: null, claimedAt });
    return { fileId };
  },
});
