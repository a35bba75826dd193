// Who may: the secretariat. Changes: messages that failed, or whose fate nobody knows, are queued again; no other is.
// Refuses: when there is none. A repeat: finds nothing left to send again.
import { z } from 'zod';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { failedDeliveries, resend } from '../store/deliveries.ts';
import { hearingById } from '../store/hearings.ts';
import { voteById } from '../store/votes.ts';
import { act } from './act.ts';
import { id, optional } from './input.ts';

export const resendFailed = act({
  name: 'resendFailed',
  may: secretariat,
  input: z.object({ hearingId: optional(id), voteId: optional(id) }),
  async load({ trx, input }) {
    const hearing = input.hearingId ? await hearingById(trx, input.hearingId) : null;
    const vote = input.voteId ? await voteById(trx, input.voteId) : null;
    const about = hearing ?? vote;
    if (!about) return refuse('notFound');
    return { revisionId: about.revisionId, failed: await failedDeliveries(trx, input) };
  },
  decide: ({ failed }) => (failed > 0 ? null : refuse('nothingToResend')),
  async apply({ revisionId }, { trx, input, record }) {
    const resent = await resend(trx, input);
    record(revisionId, 'messagesResent', { ...input, resent });
    return { resent };
  },
});
