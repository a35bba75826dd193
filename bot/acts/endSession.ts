// Who may: the secretariat, the chair, or Teams saying that the meeting ended. Changes: the meeting is no longer in session.
// Refuses: while a vote is open, since nobody should wonder whether it counted; from Teams an end before the beginning it
// has told of. A repeat: already ended is a success.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariatOrChair } from '../process/roles.ts';
import { endSessionRow, lockMeeting, meetingById, openSessionOf } from '../store/meetings.ts';
import { votesOf } from '../store/votes.ts';
import { toldTimes } from './toldTimes.ts';
import { act } from './act.ts';
import { id, toldAt } from './input.ts';

export const endSession = act({
  name: 'endSession',
  may: secretariatOrChair,
  input: z.object({ meetingId: id, toldAt }),
  async load(call) {
    const { trx, input, probe } = call;
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    if (!meeting) return refuse('notFound');
    const open = await votesOf(trx, { meetingId: meeting.id, open: true });
    const told = await toldTimes(call, 'endedAt');
    return { meeting, told, session: await openSessionOf(trx, meeting.id), open: open.length };
  },
  decide({ told, session, open }, { probe }) {
    if (told?.past) return refuse('sessionOpen');
    if (open > 0) return refuse('voteOpen');
    return probe && !session ? refuse('sessionClosed') : null;
  },
  async apply({ meeting, told, session }, { trx, now, record }) {
    await told?.keep(now);
    if (session) {
      await endSessionRow(trx, session.id, now);
      record(meeting.id, 'sessionEnded', { meetingId: meeting.id, sessionId: session.id });
    }
    return { meetingId: meeting.id };
  },
});
