// Who may: the secretariat. Changes: messages that failed, or whose fate nobody knows, are queued again; no other is.
// It is what is about a hearing, a vote, a meeting or a poll; where several are named, the first of these.
// Refuses: when there is none. A repeat: finds nothing left to send again.
import { aboutNamed } from '../../process/frame/about.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { trailOf } from '../../store/overview/trailOf.ts';
import { failedAbout, resend } from '../../store/reach/undelivered.ts';
import { toldAbout } from '../../process/reach/messages.ts';
import { act } from '../frame/act.ts';
import { id, optional } from '../frame/input.ts';

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
    const one = aboutNamed(about, toldAbout);
    const caseId = one && (await trailOf(trx, one));
    if (!caseId) return refuse('notFound');
    return { caseId, one, failed: (await failedAbout(trx, [one])).get(one.id) ?? 0 };
  },
  open: ({ failed }) => (failed > 0 ? null : refuse('nothingToResend')),
  async apply({ caseId, one }, { trx, about, record }) {
    const resent = await resend(trx, one);
    record(caseId, 'messagesResent', { ...about, resent });
    return { resent };
  },
});
