// Who may: the secretariat. Changes: a copy that failed, or that somebody changed in SharePoint, is made again; what is there is
// never written over. Refuses: a copy that is there or on its way. A repeat: tries once more.
import { copyOf } from '../../process/draft/file.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { fileById, lockFile } from '../../store/draft/files.ts';
import { errandOf } from '../../store/reach/errands.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { ask } from '../reach/errands.ts';

export const retryFile = act({
  name: 'retryFile',
  may: secretariat,
  about: { fileId: id },
  async load({ trx, about, hold }) {
    const file = await hold(lockFile, fileById, about.fileId);
    return file ? { file, errand: await errandOf(trx, 'file', file.id) } : refuse('notFound');
  },
  open({ file: { state, itemId }, errand }) {
    const copy = copyOf({ whole: state !== 'receiving', itemId }, errand);
    return ['failed', 'changed', 'here'].includes(copy) ? null : refuse('nothingFailed');
  },
  async apply({ file: { id: fileId } }, call) {
    // Why it failed stays: it says whether the next copy goes beside the one that is there.
    await ask(call, 'file', fileId);
    return { fileId };
  },
});
