import { presenceIn, putPresence } from '../../store/meeting/meetings.ts';
import { forgetRecorded } from '../../store/vote/recorded.ts';
import { personOf, type Call } from '../frame/act.ts';

interface Marked {
  meetingId: string;
  sessionId: string;
  organisationId: string;
  present: boolean;
}

/** Marks an organisation in a session, and says so in the meeting's trail; the meeting is locked. The same mark is none. */
export async function markSeat(
  { trx, doer, now, record }: Pick<Call, 'trx' | 'doer' | 'now' | 'record'>,
  { meetingId, sessionId, organisationId, present }: Marked,
): Promise<void> {
  const before = (await presenceIn(trx, sessionId)).find((one) => one.organisationId === organisationId);
  if (!present) await forgetRecorded(trx, sessionId, organisationId);
  if (before?.present === present) return;
  const mark = { sessionId, organisationId, present };
  await putPresence(trx, { ...mark, markedBy: personOf(doer), markedAt: now });
  record(meetingId, 'presenceMarked', { meetingId, organisationId, present });
}
