import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';

/** Where a vote can be held: the meeting in session first, then those to come, the nearest first, then one that has just been. */
export function toVoteAt(meetings: MeetingView[], now: Date): MeetingView[] {
  const rank = (meeting: MeetingView) => {
    const away = Date.parse(meeting.endsAt) - now.getTime();
    if (meeting.inSession) return 0;
    return away > 0 ? away : 1e15 - away;
  };
  return meetings
    .filter(({ kind, canBeHeld }) => kind === 'steeringGroup' && canBeHeld)
    .toSorted((a, b) => rank(a) - rank(b));
}
