// Who may: the platform only, from what Graph answered. Changes: where SharePoint has the copy of a file, why it has none, or
// that somebody changed it there. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { fileFailures } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { lockFile, updateFile } from '../../store/draft/files.ts';
import { oldAct } from '../frame/oldAct.ts';

export const noteFile = oldAct({
  name: 'noteFile',
  may: systemOnly,
  input: z.object({
    fileId: z.string(),
    copy: z
      .object({ driveId: z.string(), itemId: z.string(), etag: z.string(), url: z.string().nullable() })
      .optional(),
    failure: z.enum(fileFailures).optional(),
    /** Somebody changed the copy. */
    changed: z.boolean().optional(),
    /** No copies are made here. */
    none: z.boolean().optional(),
  }),
  load: async ({ trx, input }) => (await lockFile(trx, input.fileId)) ?? refuse('notFound'),
  decide: () => null,
  async apply({ id: fileId, revisionId, name }, { trx, input, now, record }) {
    const { copy, failure, changed, none } = input;
    const claimedAt = null;
    if (failure) await updateFile(trx, fileId, { state: 'failed', failure, failedAt: now, claimedAt });
    else if (none) await updateFile(trx, fileId, { state: 'here', claimedAt });
    else if (changed) {
      await updateFile(trx, fileId, { state: 'changed', failure: 'changed', failedAt: now });
      record(revisionId, 'fileChanged', { revisionId, fileId, name });
    } else if (copy)
      await updateFile(trx, fileId, { ...copy, state: 'there', failure: null, failedAt: null, claimedAt });
    return { fileId };
  },
});
