// Who may: the secretariat. Changes: what failed in calendar or chat is tried again; an event that somebody deleted is made
// anew. Refuses: when nothing failed. A repeat: tries once more, and makes no second event.
import { randomUUID } from 'node:crypto';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { chatOf, eventOf, updateEvent, wantEvent } from '../../store/meeting/calendarEvents.ts';
import { lockMeeting, meetingById } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { notToCome } from './meetingToCome.ts';

export const retryMeeting = act({
  name: 'retryMeeting',
  may: secretariat,
  about: { meetingId: id },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    if (!meeting) return refuse('notFound');
    return { meeting, event: await eventOf(trx, meeting.id), chat: await chatOf(trx, meeting.id) };
  },
  open({ event, chat, meeting }, asking) {
    const failed = event?.failure || (chat?.failure && !meeting.conversationId);
    return notToCome(meeting, asking) ?? (failed ? null : refuse('nothingFailed'));
  },
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
