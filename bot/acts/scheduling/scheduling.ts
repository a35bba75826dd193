import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { schedulingState, type SchedulingState } from '../../process/scheduling/scheduling.ts';
import type { SchedulingRow } from '../../store/schema.ts';
import { lockScheduling, schedulingById } from '../../store/scheduling/scheduling.ts';
import type { OldCall } from '../frame/oldAct.ts';

export interface GoingOn {
  scheduling: SchedulingRow;
  state: SchedulingState;
}

/** A search for a time that is not over, locked. */
export async function goingOn({
  trx,
  input,
  probe,
}: Pick<OldCall<{ schedulingId: string }>, 'trx' | 'input' | 'probe'>): Promise<GoingOn | Refusal> {
  const scheduling = await (probe ? schedulingById : lockScheduling)(trx, input.schedulingId);
  if (!scheduling) return refuse('notFound');
  const state = schedulingState(scheduling);
  return state === 'settled' || state === 'dropped' ? refuse('schedulingOver') : { scheduling, state };
}
