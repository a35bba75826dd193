// Who may: the secretariat. Changes: what failed in calendar or chat is tried again; an event that somebody deleted is made
// anew. Refuses: when nothing failed. A repeat: tries once more, and makes no second event.
import { randomUUID } from 'node:crypto';
import { refuse } from '../../process/frame/refusals.ts';
import { notToCome } from '../../process/meeting/meeting.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { updateEvent } from '../../store/meeting/calendarEvents.ts';
import { lockMeeting, meetingById } from '../../store/meeting/meetings.ts';
import { errandOf } from '../../store/reach/errands.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { ask } from '../reach/errands.ts';

export const retryMeeting = act({
  name: 'retryMeeting',
  may: secretariat,
  about: { meetingId: id },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    if (!meeting) return refuse('notFound');
    const event = await errandOf(trx, 'event', meeting.id);
    return { meeting, event, chat: await errandOf(trx, 'chat', meeting.id) };
  },
  open({ event, chat, meeting }, { now }) {
    const failed = event?.failure || (chat?.failure && !meeting.conversationId);
    return notToCome(meeting, now) ?? (failed ? null : refuse('nothingFailed'));
  },
  async apply({ meeting: { id: meetingId }, event, chat }, call) {
    if (event?.failure === 'eventGone')
      await updateEvent(call.trx, meetingId, { eventId: null, key: randomUUID() });
    if (event?.failure) await ask(call, 'event', meetingId);
    if (chat?.failure) await ask(call, 'chat', meetingId);
    return { meetingId };
  },
});
