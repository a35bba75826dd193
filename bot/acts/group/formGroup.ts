// Who may: the secretariat. Changes: the case has a working group; its channel in the host team is made soon.
// Refuses: a correction, which has no group. A repeat: the same group, and what failed in Teams is tried again.
import { refuse } from '../../process/frame/refusals.ts';
import { courseOf } from '../../process/case/kinds.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockCase, caseById } from '../../store/case/cases.ts';
import { groupOf, insertGroup, updateGroup } from '../../store/group/groups.ts';
import { errandOf } from '../../store/reach/errands.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { ask } from '../reach/errands.ts';

export const formGroup = act({
  name: 'formGroup',
  may: secretariat,
  about: { revisionId: id },
  async load({ trx, about, hold }) {
    const found = await hold(lockCase, caseById, about.revisionId);
    if (!found) return refuse('notFound');
    const { id } = found;
    return { case: found, group: await groupOf(trx, id), errand: await errandOf(trx, 'channel', id) };
  },
  open: ({ case: of }) => (courseOf(of.kind).hasGroup(of) ? null : refuse('trackWithoutGroup')),
  async apply({ group, errand }, call) {
    const {
      trx,
      about: { revisionId },
      now,
      record,
    } = call;
    if (!group) {
      await insertGroup(trx, revisionId, now);
      record(revisionId, 'groupFormed', { revisionId });
    } else if (errand?.failure === 'gone')
      // A channel that somebody deleted is made anew.
      await updateGroup(trx, revisionId, { channelId: null, channelUrl: null });
    await ask(call, 'channel', revisionId);
    return { revisionId };
  },
});
