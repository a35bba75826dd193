// Who may: the secretariat. Changes: the case has a working group; its channel in the host team is made soon.
// Refuses: a correction, which has no group. A repeat: the same group, and what failed in Teams is tried again.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { hasWorkingGroup } from '../../process/group/workingGroup.ts';
import { lockCase, caseById } from '../../store/case/cases.ts';
import { groupOf, insertGroup, updateGroup } from '../../store/group/groups.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';

export const formGroup = act({
  name: 'formGroup',
  may: secretariat,
  about: { revisionId: id },
  async load({ trx, about, hold }) {
    const found = await hold(lockCase, caseById, about.revisionId);
    return found ? { case: found, group: await groupOf(trx, found.id) } : refuse('notFound');
  },
  open: ({ case: { track } }) => (hasWorkingGroup(track) ? null : refuse('trackWithoutGroup')),
  async apply({ group }, { trx, about: { revisionId }, now, record, enqueue }) {
    if (!group) {
      await insertGroup(trx, revisionId, now);
      record(revisionId, 'groupFormed', { revisionId });
    } else {
      // A channel that somebody deleted is made anew.
      const anew = group.failure === 'gone' && { channelId: null, channelUrl: null };
      await updateGroup(trx, revisionId, { askedAt: now, failure: null, failedAt: null, ...anew });
    }
    enqueue('bringGroup', { revisionId });
    return { revisionId };
  },
});
