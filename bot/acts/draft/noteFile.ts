// Who may: the platform only, from what Graph answered. Changes: where SharePoint has the copy of a file, why it has none, or
// that somebody changed it there. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { reasonsOf } from '../../process/reach/errands.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { fileById, lockFile, updateFile } from '../../store/draft/files.ts';
import { act } from '../frame/act.ts';
import { settle, taken, wentSo } from '../reach/errands.ts';

export const noteFile = act({
  name: 'noteFile',
  may: systemOnly,
  about: { fileId: z.string() },
  form: {
    copy: z
      .object({ driveId: z.string(), itemId: z.string(), etag: z.string(), url: z.string().nullable() })
      .optional(),
    failure: z.enum(reasonsOf('file')).optional(),
    /** Somebody changed the copy. */
    changed: z.boolean().optional(),
    /** No copies are made here. */
    none: z.boolean().optional(),
    ...taken,
  },
  load: async ({ about, hold }) => (await hold(lockFile, fileById, about.fileId)) ?? refuse('notFound'),
  async apply({ id: fileId, caseId, name }, call) {
    const { copy, changed, none, ...told } = call.form;
    const went = changed ? ({ failure: 'changed' } as const) : wentSo(told);
    const as = none && 'done' in went ? { ...went, over: true } : went;
    if ((await settle(call, 'file', fileId, as, told)).lost) return { fileId };
    if (copy) await updateFile(call.trx, fileId, copy);
    if (changed) call.record(caseId, 'fileChanged', { revisionId: caseId, fileId, name });
    return { fileId };
  },
});
