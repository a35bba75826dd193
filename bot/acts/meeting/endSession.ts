// Who may: the secretariat, the chair, or Teams saying that the meeting ended. Changes: the meeting is no longer in session.
// Refuses: while a vote is open, since nobody should wonder whether it counted; what Teams says then is noted, those who close
// votes are told, and the session ends with the last vote. From Teams also an end before the beginning it has told of, or
// before somebody opened it by hand. A repeat: already ended is a success.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariatOrChair } from '../../process/frame/roles.ts';
import { lockMeeting, meetingById, openSessionOf } from '../../store/meeting/meetings.ts';
import { toldTimes } from './toldTimes.ts';
import { oldAct } from '../frame/oldAct.ts';
import { endOrAwait, openVotesIn } from './ending.ts';
import { id, toldAt } from '../frame/input.ts';

export const endSession = oldAct({
  name: 'endSession',
  may: secretariatOrChair,
  input: z.object({ meetingId: id, toldAt }),
  async load(call) {
    const { trx, input, probe } = call;
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    if (!meeting) return refuse('notFound');
    const session = await openSessionOf(trx, meeting.id);
    const told = await toldTimes(call, 'endedAt');
    return { meeting, told, session, open: session ? await openVotesIn(trx, session) : [] };
  },
  decide({ told, session, open }, { probe, doer }) {
    if (told?.past) return refuse('sessionOpen');
    if (open.length > 0 && doer !== 'system') return refuse('voteOpen');
    return probe && !session ? refuse('sessionClosed') : null;
  },
  async apply({ meeting, told, session, open }, call) {
    const { now } = call;
    await told?.keep(now);
    if (session) await endOrAwait(call, { session, open }, now);
    return { meetingId: meeting.id };
  },
});
