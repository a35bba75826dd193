// Who may: the secretariat. Changes: the meeting is cancelled; those who were called are told why, and it leaves their
// calendars. Refuses: a meeting that is in session, has been, or is over. A repeat: cancelled already is a success.
import { refuse } from '../../process/frame/refusals.ts';
import { mayCancel } from '../../process/meeting/meeting.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { attendeesOf, eventOf } from '../../store/meeting/calendarEvents.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import {
  lockMeeting,
  meetingById,
  openSessionOf,
  updateMeeting,
  wasInSession,
} from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';
import { id, words } from '../frame/input.ts';
import { ask } from '../reach/errands.ts';

export const cancelMeeting = act({
  name: 'cancelMeeting',
  may: secretariat,
  about: { meetingId: id },
  form: { reason: words(2_000) },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    if (!meeting) return refuse('notFound');
    const held = await wasInSession(trx, meeting.id);
    return { meeting, held, session: await openSessionOf(trx, meeting.id) };
  },
  already: ({ meeting }) => (meeting.cancelledAt ? { meetingId: meeting.id } : null),
  open: ({ meeting, held, session }, { now }) => mayCancel(meeting, { session: session !== null, held }, now),
  async apply({ meeting: { id: meetingId } }, call) {
    const { trx, now, record } = call;
    const { reason } = call.form;
    await updateMeeting(trx, meetingId, { cancelledAt: now, cancelReason: reason });
    record(meetingId, 'meetingCancelled', { meetingId, reason });
    const people = (await attendeesOf(trx, meetingId)).map(({ personId }) => personId);
    await tellPeople(
      trx,
      people,
      { message: 'meetingCancelled', about: { kind: 'meeting', id: meetingId } },
      now,
    );
    if (await eventOf(trx, meetingId)) await ask(call, 'event', meetingId);
    return { meetingId };
  },
});
