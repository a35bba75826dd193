// Who may: the secretariat, when the join link could not match them. Changes: which chat a meeting is held in.
// Refuses: an unknown meeting; a chat the bot is not in, or that another meeting has. A repeat: the same link is a success.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { conversationById } from '../../store/reach/conversations.ts';
import { linkMeetingChat, lockMeeting, meetingByChat, meetingById } from '../../store/meeting/meetings.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id, optional, words } from '../frame/input.ts';

export const linkMeeting = oldAct({
  name: 'linkMeeting',
  may: secretariat,
  input: z.object({ meetingId: id, conversationId: words(500), platformId: optional(words(500)) }),
  async load({ trx, input, probe }) {
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    if (!meeting) return refuse('notFound');
    if (!input.conversationId) return { meeting, chat: null, taken: null };
    const chat = await conversationById(trx, input.conversationId);
    return { meeting, chat, taken: await meetingByChat(trx, input.conversationId) };
  },
  decide({ meeting, chat, taken }, { probe }) {
    if (probe) return null;
    if (chat?.kind !== 'meeting') return refuse('conversationUnknown');
    return taken && taken.id !== meeting.id ? refuse('alreadyExists', { what: taken.title }) : null;
  },
  async apply({ meeting }, { trx, input, record }) {
    await linkMeetingChat(trx, meeting.id, input.conversationId, input.platformId ?? null);
    if (meeting.conversationId !== input.conversationId)
      record(meeting.id, 'meetingLinked', { meetingId: meeting.id, conversationId: input.conversationId });
    return { meetingId: meeting.id };
  },
});
