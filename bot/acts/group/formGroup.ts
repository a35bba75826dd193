// Who may: the secretariat. Changes: the case has a working group; its channel in the host team is made soon.
// Refuses: a correction, which has no group. A repeat: the same group, and what failed in Teams is tried again.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { hasWorkingGroup } from '../../process/group/workingGroup.ts';
import { lockRevision, revisionById } from '../../store/case/cases.ts';
import { groupOf, insertGroup, updateGroup } from '../../store/group/groups.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';

export const formGroup = oldAct({
  name: 'formGroup',
  may: secretariat,
  input: z.object({ revisionId: id }),
  async load({ trx, input, probe }) {
    const revision = await (probe ? revisionById : lockRevision)(trx, input.revisionId);
    return revision ? { revision, group: await groupOf(trx, revision.id) } : refuse('notFound');
  },
  decide: ({ revision }) => (hasWorkingGroup(revision.track) ? null : refuse('trackWithoutGroup')),
  async apply({ group }, { trx, input: { revisionId }, now, record, enqueue }) {
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
