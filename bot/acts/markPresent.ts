// Who may: the secretariat. Changes: whether an organisation is present in this session, for those in the room or on the phone.
// Refuses: a meeting that is not in session; an unknown organisation. A repeat: the same mark is a success.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { lockMeeting, meetingById, openSessionOf } from '../store/meetings.ts';
import { organisationById } from '../store/people.ts';
import { act } from './act.ts';
import { id } from './input.ts';
import { markSeat } from './marking.ts';

export const markPresent = act({
  name: 'markPresent',
  may: secretariat,
  input: z.object({ meetingId: id, organisationId: id, present: z.boolean() }),
  async load({ trx, input, probe }) {
    const meeting = await (probe ? meetingById : lockMeeting)(trx, input.meetingId);
    const known = probe || (await organisationById(trx, input.organisationId));
    if (!meeting || !known) return refuse('notFound');
    return { meeting, session: await openSessionOf(trx, meeting.id) };
  },
  decide: ({ session }) => (session ? null : refuse('sessionClosed')),
  async apply({ meeting, session }, call) {
    const { organisationId, present } = call.input;
    await markSeat(call, { meetingId: meeting.id, sessionId: session!.id, organisationId, present });
    return { meetingId: meeting.id, organisationId, present };
  },
});
