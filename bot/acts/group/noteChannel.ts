// Who may: the platform only, from what Graph answered. Changes: which channel is a working group's, or why there is none.
// Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { channelFailures } from '../../process/group/workingGroup.ts';
import { lockRevision } from '../../store/case/cases.ts';
import { groupOf, updateGroup } from '../../store/group/groups.ts';
import { oldAct } from '../frame/oldAct.ts';

export const noteChannel = oldAct({
  name: 'noteChannel',
  may: systemOnly,
  input: z.object({
    revisionId: z.string(),
    channel: z.object({ id: z.string(), name: z.string(), url: z.string().nullable() }).optional(),
    failure: z.enum(channelFailures).optional(),
  }),
  async load({ trx, input }) {
    await lockRevision(trx, input.revisionId);
    return (await groupOf(trx, input.revisionId)) ?? refuse('notFound');
  },
  decide: () => null,
  async apply(group, { trx, input: { revisionId, channel, failure }, now, record }) {
    await updateGroup(trx, revisionId, {
      claimedAt: null,
      ...(channel && { channelId: channel.id, channelUrl: channel.url }),
      failure: failure ?? null,
      failedAt: failure ? now : null,
    });
    if (channel && channel.id !== group.channelId)
      record(revisionId, 'channelMade', { revisionId, channelId: channel.id, name: channel.name });
    return { revisionId };
  },
});
