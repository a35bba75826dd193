// Who may: the platform only, from what Graph answered. Changes: which chat a meeting is talked in, and whether the bot was
// let in. A chat the bot is in already is linked at once. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { chatOf, putChat } from '../../store/meeting/calendarEvents.ts';
import { conversationById } from '../../store/reach/conversations.ts';
import { linkMeetingChat, lockMeeting, meetingByChat } from '../../store/meeting/meetings.ts';
import { oldAct } from '../frame/oldAct.ts';

export const noteChat = oldAct({
  name: 'noteChat',
  may: systemOnly,
  input: z.object({
    meetingId: z.string(),
    threadId: z.string().optional(),
    failure: z.string().optional(),
  }),
  async load({ trx, input }) {
    const meeting = await lockMeeting(trx, input.meetingId);
    if (!meeting) return refuse('notFound');
    const known = input.threadId ? await conversationById(trx, input.threadId) : null;
    const taken = input.threadId ? await meetingByChat(trx, input.threadId) : null;
    return { meeting, chat: await chatOf(trx, meeting.id), here: known !== null && taken === null };
  },
  decide: () => null,
  async apply({ meeting, chat, here }, { trx, input: { threadId, failure }, now, record }) {
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
