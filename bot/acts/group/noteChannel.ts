// Who may: the platform only, from what Graph answered. Changes: which channel is a working group's, or why there is none.
// Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { reasonsOf } from '../../process/reach/errands.ts';
import { lockCase } from '../../store/case/cases.ts';
import { groupOf, updateGroup } from '../../store/group/groups.ts';
import { act } from '../frame/act.ts';
import { nothing } from '../frame/hold.ts';
import { settle, taken, wentSo } from '../reach/errands.ts';

export const noteChannel = act({
  name: 'noteChannel',
  may: systemOnly,
  about: { revisionId: z.string() },
  form: {
    channel: z.object({ id: z.string(), name: z.string(), url: z.string().nullable() }).optional(),
    failure: z.enum(reasonsOf('channel')).optional(),
    ...taken,
  },
  async load({ trx, about: { revisionId }, hold }) {
    await hold(lockCase, nothing, revisionId);
    return (await groupOf(trx, revisionId)) ?? refuse('notFound');
  },
  async apply(group, call) {
    const {
      trx,
      about: { revisionId },
      form: { channel, ...told },
      record,
    } = call;
    const { lost } = await settle(call, 'channel', revisionId, wentSo(told), told);
    if (lost) return { revisionId };
    if (channel) await updateGroup(trx, revisionId, { channelId: channel.id, channelUrl: channel.url });
    if (channel && channel.id !== group.channelId)
      record(revisionId, 'channelMade', { revisionId, channelId: channel.id, name: channel.name });
    return { revisionId };
  },
});
