// Who may: the secretariat, the chair, or Teams saying that the meeting began. Changes: the meeting is in session; one that
// was over a while ago goes on, one of another day ends, also with a vote open in it, and a new one begins. Refuses: an
// unknown meeting, a cancelled one, one that is planned for another day; from Teams a beginning before the end it has told of. A repeat: a meeting in session
// stays in the session it is in.
import { z } from 'zod';
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
import { personOf } from '../frame/act.ts';
import { oldAct } from '../frame/oldAct.ts';
import { endNow } from './ending.ts';
import { id, toldAt } from '../frame/input.ts';

export const openSession = oldAct({
  name: 'openSession',
  may: secretariatOrChair,
  input: z.object({ meetingId: id, toldAt }),
  async load(call) {
    const { trx, input, probe } = call;
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    if (!meeting) return refuse('notFound');
    const told = await toldTimes(call, 'startedAt');
    return { meeting, told, session: await openSessionOf(trx, meeting.id) };
  },
  // A button that would do nothing is not offered; pressing it twice is a success all the same.
  decide({ meeting, told, session }, { probe, now }) {
    if (meeting.cancelledAt) return refuse('meetingCancelled');
    if (told?.past) return refuse('sessionClosed');
    if (session && mayGoOn(session, meeting, now))
      return probe && goesOn(session, meeting, now) ? refuse('sessionOpen') : null;
    return mayBegin(meeting, now);
  },
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
