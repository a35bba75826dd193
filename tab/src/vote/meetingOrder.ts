import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';

/** A session is opened on the meeting's own day, give or take one (`process/meeting/session`). */
const dayMs = 24 * 3600_000;

/** Where a vote can be held: the meeting in session first, then those to come, the nearest first, then one that has just been. */
export function toVoteAt(meetings: MeetingView[], now: Date): MeetingView[] {
  const rank = (meeting: MeetingView) => {
    const away = Date.parse(meeting.endsAt) - now.getTime();
    if (meeting.inSession) return 0;
    return away > 0 ? away : 1e15 - away;
  };
  return meetings
    .filter(({ kind, cancelledAt }) => kind === 'steeringGroup' && !cancelledAt)
    .filter(({ inSession, endsAt }) => inSession || now.getTime() <= Date.parse(endsAt) + dayMs)
    .toSorted((a, b) => rank(a) - rank(b));
}
