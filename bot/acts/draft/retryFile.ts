// Who may: the secretariat. Changes: a copy that failed, or that somebody changed in SharePoint, is made again; what is there is
// never written over. Refuses: a copy that is there or on its way. A repeat: tries once more.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { fileById, lockFile, updateFile } from '../../store/draft/files.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';

export const retryFile = act({
  name: 'retryFile',
  may: secretariat,
  about: { fileId: id },
  async load({ about, hold }) {
    return (await hold(lockFile, fileById, about.fileId)) ?? refuse('notFound');
  },
  open: ({ state }) => (['failed', 'changed', 'here'].includes(state) ? null : refuse('nothingFailed')),
  async apply({ id: fileId }, { trx, enqueue }) {
    // Why it failed stays: it says whether the next copy goes beside the one that is there.
    await updateFile(trx, fileId, { state: 'waiting' });
    enqueue('bringFile', { fileId });
    return { fileId };
  },
});
