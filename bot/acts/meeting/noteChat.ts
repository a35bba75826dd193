// Who may: the platform only, from what Graph answered. Changes: which chat a meeting is talked in, and whether the bot was
// let in. A chat the bot is in already is linked at once. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { chatOf, putChat } from '../../store/meeting/calendarEvents.ts';
import { conversationById } from '../../store/reach/conversations.ts';
import { linkMeetingChat, lockMeeting, meetingByChat, meetingById } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';

export const noteChat = act({
  name: 'noteChat',
  may: systemOnly,
  about: { meetingId: z.string() },
  form: {
    threadId: z.string().optional(),
    failure: z.string().optional(),
  },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    return meeting ? { meeting, chat: await chatOf(trx, meeting.id) } : refuse('notFound');
  },
  async read(_, { trx, form: { threadId } }) {
    const known = threadId ? await conversationById(trx, threadId) : null;
    const taken = threadId ? await meetingByChat(trx, threadId) : null;
    return { here: known !== null && taken === null };
  },
  async apply({ meeting, chat, here }, { trx, form: { threadId, failure }, now, record }) {
    const meetingId = meeting.id;
    await putChat(trx, meetingId, {
      askedAt: now,
      ...(threadId && { threadId }),
      failure: failure ?? null,
      failedAt: failure ? (chat?.failedAt ?? now) : null,
    });
    if (here && threadId && !meeting.conversationId) {
      await linkMeetingChat(trx, meetingId, threadId, null);
      record(meetingId, 'meetingLinked', { meetingId, conversationId: threadId });
    }
    return { meetingId };
  },
});
