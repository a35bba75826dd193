// Who may: the secretariat. Changes: nothing itself; how those who were called answered is read from the calendar now.
// Refuses: a meeting that is cancelled or over, or that the calendar does not have. A repeat: reads once more.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { eventOf } from '../../store/meeting/calendarEvents.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';
import { meetingToCome } from './meetingToCome.ts';

export const refreshAnswers = oldAct({
  name: 'refreshAnswers',
  may: secretariat,
  input: z.object({ meetingId: id }),
  async load(call) {
    const meeting = await meetingToCome(call);
    if ('refused' in meeting) return meeting;
    return { eventId: (await eventOf(call.trx, meeting.id))?.eventId ?? null };
  },
  decide: ({ eventId }) => (eventId ? null : refuse('notInCalendar')),
  async apply(_, { input: { meetingId }, enqueue }) {
    enqueue('readAnswers', { meetingId });
    return { meetingId };
  },
});
