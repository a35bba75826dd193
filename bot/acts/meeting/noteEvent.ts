// Who may: the platform only, from what Graph answered. Changes: the calendar has this meeting up to this change, with its
// link; or why not. The first link brings the bot into the chat. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { attendeesOf, eventOf, updateEvent } from '../../store/meeting/calendarEvents.ts';
import type { Trx } from '../../store/frame/database.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { lockMeeting, updateMeeting } from '../../store/meeting/meetings.ts';
import { oldAct } from '../frame/oldAct.ts';

async function tellCalled(trx: Trx, meetingId: string, now: Date): Promise<void> {
  const people = (await attendeesOf(trx, meetingId)).map(({ personId }) => personId);
  await tellPeople(trx, people, { message: 'meetingCalled', meetingId }, now);
}

export const noteEvent = oldAct({
  name: 'noteEvent',
  may: systemOnly,
  input: z.object({
    meetingId: z.string(),
    /** The change that the calendar has taken in. */
    done: z.int().optional(),
    eventId: z.string().optional(),
    joinUrl: z.string().nullable().optional(),
    failure: z.string().optional(),
  }),
  async load({ trx, input }) {
    const meeting = await lockMeeting(trx, input.meetingId);
    const event = meeting && (await eventOf(trx, meeting.id));
    return meeting && event ? { meeting, event } : refuse('notFound');
  },
  decide: () => null,
  async apply({ meeting, event }, { trx, input, now, record, enqueue }) {
    const { done, eventId, joinUrl, failure } = input;
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
