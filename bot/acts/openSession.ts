// Who may: the secretariat, the chair, or Teams saying that the meeting began. Changes: the meeting is in session.
// Refuses: an unknown meeting, a cancelled one. A repeat: a meeting in session stays in the session it is in.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariatOrChair } from '../process/roles.ts';
import { insertSession, lockMeeting, meetingById, openSessionOf } from '../store/meetings.ts';
import { act, personOf } from './act.ts';
import { id } from './input.ts';

export const openSession = act({
  name: 'openSession',
  may: secretariatOrChair,
  input: z.object({ meetingId: id }),
  async load({ trx, input, probe }) {
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    return meeting ? { meeting, session: await openSessionOf(trx, meeting.id) } : refuse('notFound');
  },
  // A button that would do nothing is not offered; pressing it twice is a success all the same.
  decide({ meeting, session }, { probe }) {
    if (meeting.cancelledAt) return refuse('meetingCancelled');
    return probe && session ? refuse('sessionOpen') : null;
  },
  async apply({ meeting, session }, { trx, doer, now, record }) {
    if (session) return { meetingId: meeting.id, sessionId: session.id };
    const sessionId = await insertSession(trx, {
      meetingId: meeting.id,
      openedBy: personOf(doer),
      openedAt: now,
    });
    record(meeting.id, 'sessionOpened', { meetingId: meeting.id, sessionId });
    return { meetingId: meeting.id, sessionId };
  },
});
