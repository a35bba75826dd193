// Who may: the secretariat, the chair, or Teams saying that the meeting ended. Changes: the meeting is no longer in session.
// Refuses: while a vote is open, since nobody should wonder whether it counted; what Teams says then is noted, those who close
// votes are told, and the session ends with the last vote. From Teams also an end before the beginning it has told of, or
// before somebody opened it by hand. A repeat: already ended is a success.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariatOrChair } from '../../process/frame/roles.ts';
import { lockMeeting, meetingById, openSessionOf, openVotesIn } from '../../store/meeting/meetings.ts';
import { toldTimes } from './toldTimes.ts';
import { act } from '../frame/act.ts';
import { endOrAwait } from './ending.ts';
import { id, toldAt } from '../frame/input.ts';

export const endSession = act({
  name: 'endSession',
  may: secretariatOrChair,
  about: { meetingId: id, toldAt },
  async load(asking) {
    const { trx, about, hold } = asking;
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    if (!meeting) return refuse('notFound');
    const session = await openSessionOf(trx, meeting.id);
    const told = await toldTimes(asking, 'endedAt');
    return { meeting, told, session, open: session ? await openVotesIn(trx, session) : [] };
  },
  open({ told, session, open }, { doer }) {
    if (told?.past) return refuse('sessionOpen');
    if (open.length > 0 && doer !== 'system') return refuse('voteOpen');
    return session ? null : refuse('sessionClosed');
  },
  // Ended already is a success, and what Teams told is kept.
  appeal: (refusal) => (refusal.refused === 'sessionClosed' ? null : refusal),
  async apply({ meeting, told, session, open }, call) {
    const { now } = call;
    await told?.keep(now);
    if (session) await endOrAwait(call, { session, open }, now);
    return { meetingId: meeting.id };
  },
});
