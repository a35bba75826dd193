// Who may: the secretariat. Changes: nothing itself; how those who were called answered is read from the calendar now.
// Refuses: a meeting that is cancelled or over, or that the calendar does not have. A repeat: reads once more.
import { refuse } from '../../process/frame/refusals.ts';
import { notToCome } from '../../process/meeting/meeting.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { eventOf } from '../../store/meeting/calendarEvents.ts';
import { lockMeeting, meetingById } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';

export const refreshAnswers = act({
  name: 'refreshAnswers',
  may: secretariat,
  about: { meetingId: id },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    return meeting ? { meeting, event: await eventOf(trx, meeting.id) } : refuse('notFound');
  },
  open: ({ meeting, event }, { now }) =>
    notToCome(meeting, now) ?? (event?.eventId ? null : refuse('notInCalendar')),
  async apply(_, { about: { meetingId }, enqueue }) {
    enqueue('readAnswers', { meetingId });
    return { meetingId };
  },
});
