// Who may: the secretariat, when the join link could not match them. Changes: which chat a meeting is held in.
// Refuses: an unknown meeting; a chat the bot is not in, or that another meeting has. A repeat: the same link is a success.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { conversationById } from '../../store/reach/conversations.ts';
import { linkMeetingChat, lockMeeting, meetingByChat, meetingById } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';
import { id, optional, words } from '../frame/input.ts';

export const linkMeeting = act({
  name: 'linkMeeting',
  may: secretariat,
  about: { meetingId: id },
  form: { conversationId: words(500), platformId: optional(words(500)) },
  async load({ about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    return meeting ? { meeting } : refuse('notFound');
  },
  async read(_, { trx, form: { conversationId } }) {
    const chat = await conversationById(trx, conversationId);
    return { chat, taken: await meetingByChat(trx, conversationId) };
  },
  decide({ meeting, chat, taken }) {
    if (chat?.kind !== 'meeting') return refuse('conversationUnknown');
    return taken && taken.id !== meeting.id ? refuse('alreadyExists', { what: taken.title }) : null;
  },
  async apply({ meeting }, { trx, form: { conversationId, platformId }, record }) {
    await linkMeetingChat(trx, meeting.id, conversationId, platformId ?? null);
    if (meeting.conversationId !== conversationId)
      record(meeting.id, 'meetingLinked', { meetingId: meeting.id, conversationId });
    return { meetingId: meeting.id };
  },
});
