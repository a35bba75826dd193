import { notToCome } from '../../process/meeting/meeting.ts';
import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { fails, type Bringing } from '../frame/bringing.ts';

/**
 * The bot is in the meeting's chat, so that the vote's card can be there. Teams tells the bot when it is in, and that ties the
 * chat to the meeting; until then it is looked for.
 */
export const chat = {
  note: acts.noteChat,
  about: (meetingId: string) => ({ meetingId }),
  away: 'chatRefused' as const,
  async bring({ db, house, meetingChats }, { aboutId: meetingId }) {
    const meeting = await meetingById(db, meetingId);
    const over = !meeting || notToCome(meeting, house.clock.now()) !== null;
    if (over || meeting.conversationId || !meeting.joinUrl) return {};
    if (!meetingChats) return { waits: true };
    // Of the link it has now: another may have been given since the bot asked to be let in.
    const threadId = await meetingChats.threadOf(meeting.joinUrl);
    if (!threadId) return fails<'chat'>('chatUnknown');
    // Before it is asked for: Teams may tell of it sooner than Graph answers.
    await asClock(house, acts.noteChat, { meetingId, threadId });
    await meetingChats.enter(threadId);
    return { waits: true };
  },
} satisfies Bringing;
