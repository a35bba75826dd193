import { meetingsCalledTo, wantEvent } from '../../store/meeting/calendarEvents.ts';
import type { Call } from '../frame/act.ts';

/** Whoever has left is taken off the meetings to come: their calendar keeps no way into them. */
export async function leaveMeetings(
  { trx, now, enqueue }: Pick<Call, 'trx' | 'now' | 'enqueue'>,
  personIds: string[],
): Promise<void> {
  for (const meetingId of await meetingsCalledTo(trx, personIds, now)) {
    await wantEvent(trx, meetingId);
    enqueue('bringEvent', { meetingId });
  }
}
