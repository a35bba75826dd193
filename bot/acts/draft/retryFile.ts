// Who may: the secretariat. Changes: a copy that failed, or that somebody changed in SharePoint, is made again; what is there is
// never written over. Refuses: a copy that is there or on its way. A repeat: tries once more.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { fileById, lockFile, updateFile } from '../../store/draft/files.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';

export const retryFile = oldAct({
  name: 'retryFile',
  may: secretariat,
  input: z.object({ fileId: id }),
  async load({ trx, input, probe }) {
    return (await (probe ? fileById : lockFile)(trx, input.fileId)) ?? refuse('notFound');
  },
  decide: ({ state }) => (['failed', 'changed', 'here'].includes(state) ? null : refuse('nothingFailed')),
  async apply({ id: fileId }, { trx, enqueue }) {
    // Why it failed stays: it says whether the next copy goes beside the one that is there.
    await updateFile(trx, fileId, { state: 'waiting' });
    enqueue('bringFile', { fileId });
    return { fileId };
  },
});
