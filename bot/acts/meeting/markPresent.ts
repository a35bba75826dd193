// Who may: the secretariat. Changes: whether an organisation is present in this session, for those in the room or on the phone.
// With a vote it is the session of that vote while it is open, also when the meeting is over: how else would it be closed.
// Refuses: a meeting that is not in session; an unknown organisation. A repeat: the same mark is a success.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import type { Reader } from '../../store/frame/database.ts';
import { lockMeeting, meetingById, openSessionOf, sessionOf } from '../../store/meeting/meetings.ts';
import { organisationById } from '../../store/people/people.ts';
import type { SessionRow } from '../../store/schema.ts';
import { voteById } from '../../store/vote/votes.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id, optional } from '../frame/input.ts';
import { markSeat } from './marking.ts';

async function sessionAt(db: Reader, meetingId: string, voteId?: string): Promise<SessionRow | null> {
  const vote = voteId ? await voteById(db, voteId) : null;
  if (!vote || vote.closedAt) return openSessionOf(db, meetingId);
  const session = await sessionOf(db, vote.sessionId);
  return session.meetingId === meetingId ? session : null;
}

export const markPresent = oldAct({
  name: 'markPresent',
  may: secretariat,
  input: z.object({ meetingId: id, organisationId: id, present: z.boolean(), voteId: optional(id) }),
  async load({ trx, input, probe }) {
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    const known = probe || (await organisationById(trx, input.organisationId));
    if (!meeting || !known) return refuse('notFound');
    return { meeting, session: await sessionAt(trx, meeting.id, input.voteId) };
  },
  decide: ({ session }) => (session ? null : refuse('sessionClosed')),
  async apply({ meeting, session }, call) {
    const { organisationId, present } = call.input;
    await markSeat(call, { meetingId: meeting.id, sessionId: session!.id, organisationId, present });
    return { meetingId: meeting.id, organisationId, present };
  },
});
