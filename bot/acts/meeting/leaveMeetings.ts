import { meetingsCalledTo } from '../../store/meeting/calendarEvents.ts';
import type { Call } from '../frame/act.ts';
import { ask } from '../reach/errands.ts';

/** Whoever has left is taken off the meetings to come: their calendar keeps no way into them. */
export async function leaveMeetings(
  call: Pick<Call, 'trx' | 'now' | 'enqueue'>,
  personIds: string[],
): Promise<void> {
  for (const meetingId of await meetingsCalledTo(call.trx, personIds, call.now))
    await ask(call, 'event', meetingId);
}
