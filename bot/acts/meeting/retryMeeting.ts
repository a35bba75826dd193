// Who may: the secretariat. Changes: what failed in calendar or chat is tried again; an event that somebody deleted is made
// anew. Refuses: when nothing failed. A repeat: tries once more, and makes no second event.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { chatOf, eventOf, updateEvent, wantEvent } from '../../store/meeting/calendarEvents.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';
import { meetingToCome } from './meetingToCome.ts';

export const retryMeeting = oldAct({
  name: 'retryMeeting',
  may: secretariat,
  input: z.object({ meetingId: id }),
  async load(call) {
    const meeting = await meetingToCome(call);
    if ('refused' in meeting) return meeting;
    return { meeting, event: await eventOf(call.trx, meeting.id), chat: await chatOf(call.trx, meeting.id) };
  },
  decide: ({ event, chat, meeting }) =>
    event?.failure || (chat?.failure && !meeting.conversationId) ? null : refuse('nothingFailed'),
  async apply({ meeting: { id: meetingId }, event, chat }, { trx, enqueue }) {
    if (event?.failure === 'eventGone')
      await updateEvent(trx, meetingId, { eventId: null, key: randomUUID() });
    if (event?.failure) {
      await wantEvent(trx, meetingId);
      enqueue('bringEvent', { meetingId });
    }
    if (chat?.failure) enqueue('enterChat', { meetingId });
    return { meetingId };
  },
});
