// Who may: the secretariat, the chair, or Teams saying that the meeting began. Changes: the meeting is in session; one that
// was over a while ago goes on, one of another day ends, also with a vote open in it, and a new one begins. Refuses: an
// unknown meeting, a cancelled one, one that is planned for another day; from Teams a beginning before the end it has told of. A repeat: a meeting in session
// stays in the session it is in.
import { goesOn, mayBegin, mayGoOn } from '../../process/meeting/session.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariatOrChair } from '../../process/frame/roles.ts';
import {
  insertSession,
  lockMeeting,
  meetingById,
  openSessionOf,
  setOver,
} from '../../store/meeting/meetings.ts';
import { keepOpened, toldTimes } from './toldTimes.ts';
import { act, personOf } from '../frame/act.ts';
import { endNow } from './ending.ts';
import { id, toldAt } from '../frame/input.ts';

export const openSession = act({
  name: 'openSession',
  may: secretariatOrChair,
  about: { meetingId: id, toldAt },
  async load(asking) {
    const { trx, about, hold } = asking;
    const meeting = await hold(lockMeeting, meetingById, about.meetingId);
    if (!meeting) return refuse('notFound');
    const told = await toldTimes(asking, 'startedAt');
    return { meeting, told, session: await openSessionOf(trx, meeting.id) };
  },
  open({ meeting, told, session }, { now }) {
    if (meeting.cancelledAt) return refuse('meetingCancelled');
    if (told?.past) return refuse('sessionClosed');
    if (session && mayGoOn(session, meeting, now))
      return goesOn(session, meeting, now) ? refuse('sessionOpen') : null;
    return mayBegin(meeting, now);
  },
  // A button that would do nothing is not offered; pressing it twice is a success all the same, and what Teams told is kept.
  appeal: (refusal) => (refusal.refused === 'sessionOpen' ? null : refusal),
  async apply({ meeting, told, session }, call) {
    const { trx, doer, now, record } = call;
    await told?.keep(now);
    const about = { meetingId: meeting.id };
    if (session && mayGoOn(session, meeting, now)) {
      if (session.overAt) {
        await keepOpened(call, meeting.id);
        await setOver(trx, session.id, null);
        record(meeting.id, 'sessionResumed', { ...about, sessionId: session.id });
      }
      return { ...about, sessionId: session.id };
    }
    if (session) await endNow(call, session);
    await keepOpened(call, meeting.id);
    const sessionId = await insertSession(trx, {
      meetingId: meeting.id,
      openedBy: personOf(doer),
      openedAt: now,
    });
    record(meeting.id, 'sessionOpened', { ...about, sessionId });
    return { ...about, sessionId };
  },
});
