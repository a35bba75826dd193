import { whoRunsMeetings } from '../../store/people/people.ts';
import { endSessionRow, setOver, type OpenVote } from '../../store/meeting/meetings.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import type { SessionRow } from '../../store/schema.ts';
import type { Call } from '../frame/act.ts';

interface Ending {
  session: SessionRow;
  /** Votes that are open in it. */
  open: OpenVote[];
}

type Ends = Pick<Call, 'trx' | 'now' | 'record'>;

/** Ends a session, whatever is open in it. The meeting is locked. */
export async function endNow(
  { trx, now, record }: Ends,
  { id: sessionId, meetingId }: SessionRow,
): Promise<void> {
  await endSessionRow(trx, sessionId, now);
  record(meetingId, 'sessionEnded', { meetingId, sessionId });
}

/**
 * Ends a session that is over, by our own clock: the one that ballots are judged by. Nobody wonders whether a ballot counted:
 * with a vote open in it, it is noted when the meeting was over, those who close votes are told at once, and the session
 * ends with the last vote. The meeting is locked.
 */
export async function endOrAwait(call: Ends, { session, open }: Ending, overAt: Date): Promise<void> {
  if (open.length === 0) return endNow(call, session);
  if (session.overAt) return;
  const { trx, now, record } = call;
  const { id: sessionId, meetingId } = session;
  await setOver(trx, sessionId, overAt);
  record(meetingId, 'sessionOver', { meetingId, sessionId, overAt: overAt.toISOString() });
  const people = await whoRunsMeetings(trx);
  for (const { id } of open) {
    const about = { kind: 'vote', id } as const;
    await tellPeople(trx, people, { message: 'voteLeftOpen', about, occasion: now.toISOString() }, now);
  }
}
