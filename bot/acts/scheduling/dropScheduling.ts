// Who may: the secretariat. Changes: the search for a time is given up; its cards say so when they are opened.
// Refuses: one that has led to a meeting. A repeat: given up already is a success.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { lockScheduling, schedulingById, updateScheduling } from '../../store/scheduling/scheduling.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';

export const dropScheduling = oldAct({
  name: 'dropScheduling',
  may: secretariat,
  input: z.object({ schedulingId: id }),
  async load({ trx, input, probe }) {
    const scheduling = await (probe ? schedulingById : lockScheduling)(trx, input.schedulingId);
    return scheduling ?? refuse('notFound');
  },
  decide: ({ meetingId, droppedAt }, { probe }) =>
    meetingId || (probe && droppedAt) ? refuse('schedulingOver') : null,
  async apply({ id: schedulingId, title, revisionId, droppedAt }, { trx, now, record }) {
    if (!droppedAt) {
      await updateScheduling(trx, schedulingId, { droppedAt: now });
      record(revisionId ?? registerCase, 'schedulingDropped', { schedulingId, title });
    }
    return { schedulingId };
  },
});
