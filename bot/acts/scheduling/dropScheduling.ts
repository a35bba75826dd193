// Who may: the secretariat. Changes: the search for a time is given up; its cards say so when they are opened.
// Refuses: one that has led to a meeting. A repeat: given up already is a success.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { isSearchOver, schedulingState } from '../../process/scheduling/scheduling.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { lockScheduling, schedulingById, updateScheduling } from '../../store/scheduling/scheduling.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';

export const dropScheduling = act({
  name: 'dropScheduling',
  may: secretariat,
  about: { schedulingId: id },
  load: async ({ about, hold }) =>
    (await hold(lockScheduling, schedulingById, about.schedulingId)) ?? refuse('notFound'),
  already: (search) => (schedulingState(search) === 'dropped' ? { schedulingId: search.id } : null),
  open: (search) => (isSearchOver(schedulingState(search)) ? refuse('schedulingOver') : null),
  async apply({ id: schedulingId, title, caseId }, { trx, now, record }) {
    await updateScheduling(trx, schedulingId, { droppedAt: now });
    record(caseId ?? registerCase, 'schedulingDropped', { schedulingId, title });
    return { schedulingId };
  },
});
