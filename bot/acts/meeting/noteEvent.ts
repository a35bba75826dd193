// Who may: the platform only, from what Graph answered. Changes: the calendar has this meeting up to this change, with its
// link; or why not. The first link brings the bot into the chat. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { attendeesOf, eventOf, updateEvent } from '../../store/meeting/calendarEvents.ts';
import type { Trx } from '../../store/frame/database.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { lockMeeting, meetingById, updateMeeting } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';

async function tellCalled(trx: Trx, meetingId: string, now: Date): Promise<void> {
  const people = (await attendeesOf(trx, meetingId)).map(({ personId }) => personId);
  await tellPeople(trx, people, { message: 'meetingCalled', about: { kind: 'meeting', id: meetingId } }, now);
}

export const noteEvent = act({
  name: 'noteEvent',
  may: systemOnly,
  about: { meetingId: z.string() },
  form: {
    /** The change that the calendar has taken in. */
    done: z.int().optional(),
    eventId: z.string().optional(),
    joinUrl: z.string().nullable().optional(),
    failure: z.string().optional(),
  },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    const event = meeting && (await eventOf(trx, meeting.id));
    return meeting && event ? { meeting, event } : refuse('notFound');
  },
  async apply({ meeting, event }, { trx, form, now, record, enqueue }) {
    const { done, eventId, joinUrl, failure } = form;
    const meetingId = meeting.id;
    if (failure)
      await updateEvent(trx, meetingId, { claimedAt: null, failure, failedAt: event.failedAt ?? now });
    else
      await updateEvent(trx, meetingId, {
        claimedAt: null,
        done: Math.max(event.done, done ?? 0),
        failure: null,
        failedAt: null,
        ...(eventId && { eventId }),
      });
    // Changed meanwhile: the calendar is brought along once more.
    if (!failure && event.wanted > (done ?? 0)) enqueue('bringEvent', { meetingId });
    // Told once: without a calendar to wait for, or as soon as it has the meeting.
    if (!meeting.cancelledAt && (failure === 'notConnected' || (!failure && event.done === 0)))
      await tellCalled(trx, meetingId, now);
    if (joinUrl && joinUrl !== meeting.joinUrl) {
      await updateMeeting(trx, meetingId, { joinUrl });
      record(meetingId, 'meetingInCalendar', { meetingId });
      enqueue('enterChat', { meetingId });
    }
    return { meetingId };
  },
});
