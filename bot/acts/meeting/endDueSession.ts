// Who may: the clock. Changes: a session that is over ends, or waits for the votes that are open in it, and those who close
// them are told. Refuses: a meeting that is not in session, or still may be. A repeat: refused, it has ended.
import { isDue, lastsUntil } from '../../process/meeting/session.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { lockMeeting, meetingById, openSessionOf, openVotesIn } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';
import { endOrAwait } from './ending.ts';
import { id } from '../frame/input.ts';

export const endDueSession = act({
  name: 'endDueSession',
  may: systemOnly,
  about: { meetingId: id },
  async load({ trx, about, hold }) {
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    if (!meeting) return refuse('notFound');
    const session = await openSessionOf(trx, meeting.id);
    if (!session) return refuse('sessionClosed');
    return { meeting, session, open: await openVotesIn(trx, session) };
  },
  open: ({ meeting, session }, { now }) => (isDue(session, meeting, now) ? null : refuse('sessionOpen')),
  async apply(state, call) {
    await endOrAwait(call, state, lastsUntil(state.session, state.meeting));
    return { meetingId: state.meeting.id };
  },
});
