// Who may: the platform only, from what Graph answered. Changes: which chat a meeting is talked in, and whether the bot was
// let in. A chat the bot is in already is linked at once. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import type { Went } from '../../process/reach/errands.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { putChat } from '../../store/meeting/calendarEvents.ts';
import { conversationById } from '../../store/reach/conversations.ts';
import { linkMeetingChat, lockMeeting, meetingByChat, meetingById } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';
import { settle, taken, wentSo, type Told } from '../reach/errands.ts';

/** The bot is in, or is not to be: there is nothing to look after. */
function chatWent(told: Told): Went {
  const went = wentSo(told);
  return 'done' in went ? { ...went, over: true } : went;
}

export const noteChat = act({
  name: 'noteChat',
  may: systemOnly,
  about: { meetingId: z.string() },
  form: {
    threadId: z.string().optional(),
    failure: z.string().optional(),
    /** The chat alone is noted without. */
    ...taken,
    /** Teams tells when the bot is in. */
    waits: z.boolean().optional(),
  },
  load: async ({ about, hold }) =>
    (await hold(lockMeeting, meetingById, about.meetingId)) ?? refuse('notFound'),
  async read(_, { trx, form: { threadId } }) {
    const known = threadId ? await conversationById(trx, threadId) : null;
    const taken = threadId ? await meetingByChat(trx, threadId) : null;
    return { here: known !== null && taken === null };
  },
  async apply({ here, ...meeting }, call) {
    const { trx, form, record } = call;
    const { threadId } = form;
    const meetingId = meeting.id;
    if (form.done || form.failure) {
      const { lost } = await settle(call, 'chat', meetingId, chatWent(form), form);
      if (lost) return { meetingId };
    }
    if (threadId) await putChat(trx, meetingId, threadId);
    if (here && threadId && !meeting.conversationId) {
      await linkMeetingChat(trx, meetingId, threadId, null);
      record(meetingId, 'meetingLinked', { meetingId, conversationId: threadId });
    }
    return { meetingId };
  },
});
