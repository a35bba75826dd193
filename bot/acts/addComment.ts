// Who may: staff of a member organisation until the deadline; the secretariat for mail it types in, also after it.
// Changes: one more comment with a number that never changes. Refuses: a closed hearing; a clause the version does not have;
// a submitted answer (then only its contact). A repeat, by key or by the same words again: the same comment.
import { z } from 'zod';
import { commentRef, commentTypes } from '../process/hearing.ts';
import { isRefusal, refuse } from '../process/refusals.ts';
import { isSecretariat, member } from '../process/roles.ts';
import { canonicalJson, sha256 } from '../process/trail.ts';
import { insertComment, sameComment } from '../store/comments.ts';
import { markActedOn } from '../store/deliveries.ts';
import { act, personOf } from './act.ts';
import { alignPosition, channelOf, loadAnswering, notSubmitted, speaksFor, stillOpen } from './answering.ts';
import { id, longText, moment, optional, toDate, words } from './input.ts';

export const addComment = act({
  name: 'addComment',
  may: member,
  shares: true,
  input: z.object({
    hearingId: id,
    clause: optional(words(20)),
    type: z.enum(commentTypes),
    text: longText,
    proposedChange: optional(longText),
    organisationId: optional(id),
    receivedAt: optional(moment),
  }),
  async load(call) {
    const organisationId = speaksFor(call.doer, call.input.organisationId);
    if (isRefusal(organisationId)) return organisationId;
    return loadAnswering(call, call.input.hearingId, organisationId, 'share');
  },
  decide(state, call) {
    const { clause } = call.input;
    const unknown = clause !== undefined && !state.clauses.some((one) => one.number === clause);
    return (
      stillOpen(state, call) ??
      notSubmitted(state, call) ??
      (unknown ? refuse('clauseUnknown', { clause }) : null)
    );
  },
  async apply(state, call) {
    const { trx, input, doer, now, record } = call;
    const { hearing, organisationId } = state;
    const typed = isSecretariat(doer) && input.receivedAt ? toDate(input.receivedAt) : now;
    const receivedAt = typed > now ? now : typed;
    const content = {
      clause: input.clause ?? null,
      type: input.type,
      text: input.text,
      proposedChange: input.proposedChange ?? null,
      channel: channelOf(call.door, doer),
      late: receivedAt >= hearing.deadline,
    };
    const personId = isSecretariat(doer) ? null : personOf(doer);
    const fingerprint = sha256(
      canonicalJson([content.clause, content.type, content.text, content.proposedChange]),
    );
    const twin = personId ? await sameComment(trx, { hearingId: hearing.id, personId, fingerprint }) : null;
    if (twin) return { commentId: twin.id, ref: commentRef(hearing.number, twin.number) };
    const row = { hearingId: hearing.id, organisationId, personId, ...content, receivedAt, fingerprint };
    const { id: commentId, number } = (await insertComment(trx, row))!;
    const ref = commentRef(hearing.number, number);
    record(hearing.revisionId, 'commentAdded', {
      commentId,
      ref,
      hearingId: hearing.id,
      organisationId,
      ...content,
    });
    await alignPosition(state, call);
    if (personId) await markActedOn(trx, { personId, hearingId: hearing.id });
    return { commentId, ref };
  },
});
