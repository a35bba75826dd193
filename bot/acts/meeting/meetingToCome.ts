import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { lockMeeting, meetingById } from '../../store/meeting/meetings.ts';
import type { MeetingRow } from '../../store/schema.ts';
import type { OldCall } from '../frame/oldAct.ts';

/** A meeting that is neither cancelled nor over, locked. */
export async function meetingToCome({
  trx,
  input,
  probe,
  time,
}: Pick<OldCall<{ meetingId: string }>, 'trx' | 'input' | 'probe' | 'time'>): Promise<MeetingRow | Refusal> {
  const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
  if (!meeting) return refuse('notFound');
  if (meeting.cancelledAt) return refuse('meetingCancelled');
  return meeting.endsAt <= (await time()) ? refuse('meetingHeld') : meeting;
}
