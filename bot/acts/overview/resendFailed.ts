// Who may: the secretariat. Changes: messages that failed, or whose fate nobody knows, are queued again; no other is.
// It is what is about a hearing, a vote, a meeting or a poll; where several are named, the first of these.
// Refuses: when there is none. A repeat: finds nothing left to send again.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import type { Reader } from '../../store/frame/database.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { schedulingById } from '../../store/scheduling/scheduling.ts';
import { failedDeliveries, resend, type About } from '../../store/reach/undelivered.ts';
import { voteById } from '../../store/vote/votes.ts';
import { act } from '../frame/act.ts';
import { id, optional } from '../frame/input.ts';

/** In whose trail it stands that they were sent again; null: there is no such thing. */
async function caseOf(db: Reader, about: About): Promise<string | null> {
  const { hearingId, voteId, meetingId, schedulingId } = about;
  if (hearingId) return (await hearingById(db, hearingId))?.revisionId ?? null;
  if (voteId) return (await voteById(db, voteId))?.revisionId ?? null;
  if (meetingId) return (await meetingById(db, meetingId))?.id ?? null;
  const search = schedulingId ? await schedulingById(db, schedulingId) : null;
  return search && (search.revisionId ?? registerCase);
}

export const resendFailed = act({
  name: 'resendFailed',
  may: secretariat,
  about: {
    hearingId: optional(id),
    voteId: optional(id),
    meetingId: optional(id),
    schedulingId: optional(id),
  },
  async load({ trx, about }) {
    const caseId = await caseOf(trx, about);
    return caseId ? { caseId, failed: await failedDeliveries(trx, about) } : refuse('notFound');
  },
  open: ({ failed }) => (failed > 0 ? null : refuse('nothingToResend')),
  async apply({ caseId }, { trx, about, record }) {
    const resent = await resend(trx, about);
    record(caseId, 'messagesResent', { ...about, resent });
    return { resent };
  },
});
