// Who may: the platform only, from what Graph answered. Changes: the calendar has this meeting up to this change, with its
// link; or why not. The first link brings the bot into the chat. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { attendeesOf, updateEvent } from '../../store/meeting/calendarEvents.ts';
import type { Trx } from '../../store/frame/database.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { lockMeeting, meetingById, updateMeeting } from '../../store/meeting/meetings.ts';
import { errandOf } from '../../store/reach/errands.ts';
import { act } from '../frame/act.ts';
import { ask, settle, taken, wentSo } from '../reach/errands.ts';

async function tellCalled(trx: Trx, meetingId: string, now: Date): Promise<void> {
  const people = (await attendeesOf(trx, meetingId)).map(({ personId }) => personId);
  await tellPeople(trx, people, { message: 'meetingCalled', about: { kind: 'meeting', id: meetingId } }, now);
}

export const noteEvent = act({
  name: 'noteEvent',
  may: systemOnly,
  about: { meetingId: z.string() },
  form: {
    ...taken,
    eventId: z.string().optional(),
    joinUrl: z.string().nullable().optional(),
    failure: z.string().optional(),
  },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    const errand = meeting && (await errandOf(trx, 'event', meeting.id));
    return meeting && errand ? { meeting, errand } : refuse('notFound');
  },
  async apply({ meeting, errand }, call) {
    const {
      trx,
      form: { eventId, joinUrl, failure },
      now,
      record,
    } = call;
    const meetingId = meeting.id;
    const { lost } = await settle(call, 'event', meetingId, wentSo(call.form), call.form);
    if (lost) return { meetingId };
    if (eventId && !failure) await updateEvent(trx, meetingId, { eventId });
    // Told once: without a calendar to wait for, or as soon as it has the meeting.
    if (!meeting.cancelledAt && (failure === 'notConnected' || (!failure && errand.done === 0)))
      await tellCalled(trx, meetingId, now);
    if (joinUrl && joinUrl !== meeting.joinUrl) {
      await updateMeeting(trx, meetingId, { joinUrl });
      record(meetingId, 'meetingInCalendar', { meetingId });
      await ask(call, 'chat', meetingId);
    }
    return { meetingId };
  },
});
