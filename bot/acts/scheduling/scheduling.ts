import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { isSearchOver, schedulingState, type SchedulingState } from '../../process/scheduling/scheduling.ts';
import type { SchedulingRow } from '../../store/schema.ts';
import { lockScheduling, schedulingById } from '../../store/scheduling/scheduling.ts';
import type { Asking } from '../frame/act.ts';

export interface GoingOn {
  scheduling: SchedulingRow;
  state: SchedulingState;
}

/** A search for a time that is not over, locked. */
export async function goingOn({ about, hold }: Asking<{ schedulingId: string }>): Promise<GoingOn | Refusal> {
  const scheduling = await hold(lockScheduling, schedulingById, about.schedulingId);
  if (!scheduling) return refuse('notFound');
  const state = schedulingState(scheduling);
  return isSearchOver(state) ? refuse('schedulingOver') : { scheduling, state };
}
