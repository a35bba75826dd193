import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import type { MeetingChats } from '../../ports.ts';
import { chatOf, meetingsWithoutBot } from '../../store/meeting/calendarEvents.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import type { MeetingRow } from '../../store/schema.ts';
import type { Jobs } from '../enqueue.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

/**
 * Puts the bot into the meeting's chat, so that the vote's card can be there. Teams tells the bot when it is in, and
 * that ties the chat to the meeting. Without a meeting: all that are to come and where it is not in yet.
 */
export async function enterChat(work: Work, { meetingId }: Jobs['enterChat']): Promise<void> {
  const { db, house, meetingChats } = work;
  if (!meetingChats) return;
  const ids = meetingId ? [meetingId] : await meetingsWithoutBot(db, house.clock.now());
  await inTurn(ids, 'meetings’ chats could not be entered', async (id) => {
    const meeting = await meetingById(db, id);
    if (meeting?.joinUrl && !meeting.conversationId && !meeting.cancelledAt)
      await enter(work, meetingChats, meeting, meeting.joinUrl);
  });
}

async function enter(
  { db, house, log }: Work,
  chats: MeetingChats,
  meeting: MeetingRow,
  joinUrl: string,
): Promise<void> {
  const meetingId = meeting.id;
  const note = (input: object) => asClock(house, acts.noteChat, { meetingId, ...input });
  let threadId = (await chatOf(db, meetingId))?.threadId ?? null;
  try {
    threadId ??= await chats.threadOf(joinUrl);
    if (!threadId) return void (await note({ failure: 'chatUnknown' }));
    // Before it is asked for: Teams may tell of it sooner than Graph answers.
    await note({ threadId });
    await chats.enter(threadId);
  } catch (error) {
    log.warn({ err: error, meetingId }, 'the bot could not be put into the chat of a meeting');
    await note({ ...(threadId && { threadId }), failure: 'chatRefused' });
    throw error;
  }
}
