import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import type { MeetingRow } from '../../store/schema.ts';
import type { Asking } from '../frame/act.ts';

/** Why a meeting is not one to come. */
export function notToCome({ cancelledAt, endsAt }: MeetingRow, { now }: Asking): Refusal | null {
  if (cancelledAt) return refuse('meetingCancelled');
  return endsAt <= now ? refuse('meetingHeld') : null;
}
