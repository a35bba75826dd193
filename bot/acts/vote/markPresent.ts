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
import { act } from '../frame/act.ts';
import { id, optional } from '../frame/input.ts';
import { markSeat } from './marking.ts';

async function sessionAt(db: Reader, meetingId: string, voteId?: string): Promise<SessionRow | null> {
  const vote = voteId ? await voteById(db, voteId) : null;
  if (!vote || vote.closedAt) return openSessionOf(db, meetingId);
  const session = await sessionOf(db, vote.sessionId);
  return session.meetingId === meetingId ? session : null;
}

export const markPresent = act({
  name: 'markPresent',
  may: secretariat,
  about: { meetingId: id, organisationId: id, voteId: optional(id) },
  later: ['organisationId'],
  form: { present: z.boolean() },
  async load({ trx, about: { meetingId, organisationId, voteId }, hold }) {
    const meeting = await hold(lockMeeting, meetingById, meetingId);
    const known = !organisationId || (await organisationById(trx, organisationId));
    if (!meeting || !known) return refuse('notFound');
    return { meeting, session: await sessionAt(trx, meeting.id, voteId) };
  },
  open: ({ session }) => (session ? null : refuse('sessionClosed')),
  async apply({ meeting, session }, call) {
    const { organisationId } = call.about;
    const { present } = call.form;
    await markSeat(call, { meetingId: meeting.id, sessionId: session!.id, organisationId, present });
    return { meetingId: meeting.id, organisationId, present };
  },
});
