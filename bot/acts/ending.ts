import { whoRunsMeetings } from '../store/people.ts';
import { endSessionRow, setOver } from '../store/meetings.ts';
import { tellPeople } from '../store/deliveries.ts';
import type { MeetingRow, SessionRow } from '../store/schema.ts';
import type { Trx } from '../store/database.ts';
import { votesOf, type VoteListed } from '../store/votes.ts';
import type { Call } from './act.ts';

interface Ending {
  meeting: MeetingRow;
  session: SessionRow;
  /** Votes that are open in it. */
  open: VoteListed[];
}

/** An older session of the same meeting may have left one too: that keeps nothing open here. */
export const openVotesIn = async (trx: Trx, { id, meetingId }: SessionRow): Promise<VoteListed[]> =>
  (await votesOf(trx, { meetingId, open: true })).filter(({ sessionId }) => sessionId === id);

/**
 * Ends a session that is over, by our own clock: the one that ballots are judged by. Nobody wonders whether a ballot counted:
 * with a vote open in it, it is noted when the meeting was over, those who close votes are told at once, and the session
 * ends with the last vote. The meeting is locked.
 */
export async function endOrAwait(
  { trx, now, record }: Pick<Call<unknown>, 'trx' | 'now' | 'record'>,
  { meeting, session, open }: Ending,
  overAt: Date,
): Promise<void> {
  const about = { meetingId: meeting.id, sessionId: session.id };
  if (open.length === 0) {
    await endSessionRow(trx, session.id, now);
    record(meeting.id, 'sessionEnded', about);
    return;
  }
  if (session.overAt) return;
  await setOver(trx, session.id, overAt);
  record(meeting.id, 'sessionOver', { ...about, overAt: overAt.toISOString() });
  const people = await whoRunsMeetings(trx);
  for (const { id: voteId, revisionId } of open)
    await tellPeople(
      trx,
      people,
      { message: 'voteLeftOpen', voteId, revisionId, occasion: now.toISOString() },
      now,
    );
}
