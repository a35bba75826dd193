// Who may: the comment's own organisation until the deadline (its contact alone once submitted); the secretariat what it typed in.
// Changes: the words of a comment, never its number; an answer the secretariat had given it is asked for again.
// Refuses: another organisation's, a withdrawn one, a closed hearing, an unknown clause. A repeat: the same words, the same comment.
import { z } from 'zod';
import { commentTypes } from '../process/hearing.ts';
import { refuse } from '../process/refusals.ts';
import { member } from '../process/roles.ts';
import { updateComment } from '../store/comments.ts';
import { act } from './act.ts';
import { id, longText, words } from './input.ts';
import { loadOwnComment, mayChange } from './ownComment.ts';
import { proposalsFollow } from './proposing.ts';

/** Left out means unchanged; an empty field of a form means emptied. */
const emptied = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable().optional());

export const editComment = act({
  name: 'editComment',
  may: member,
  input: z.object({
    commentId: id,
    clause: emptied(words(20)),
    type: z.enum(commentTypes).optional(),
    text: longText.optional(),
    proposedChange: emptied(longText),
  }),
  load: (call) => loadOwnComment(call, call.input.commentId),
  decide(state, call) {
    const { clause } = call.input;
    const refused = mayChange(state, call);
    if (refused) return refused;
    if (state.comment.withdrawnAt) return refuse('commentWithdrawn', { ref: state.ref });
    const known = !clause || state.clauses.some((one) => one.number === clause);
    return known ? null : refuse('clauseUnknown', { clause });
  },
  async apply(state, call) {
    const { comment, ref, hearing } = state;
    const { trx, input, now, record } = call;
    const content = {
      clause: input.clause === undefined ? comment.clause : input.clause,
      type: input.type ?? comment.type,
      text: input.text ?? comment.text,
      proposedChange: input.proposedChange === undefined ? comment.proposedChange : input.proposedChange,
    };
    const undisposed = { disposition: null, response: null, disposedBy: null, disposedAt: null };
    await updateComment(trx, comment.id, { ...content, editedAt: now, fingerprint: null, ...undisposed });
    const organisationId = comment.organisationId;
    record(hearing.revisionId, 'commentEdited', {
      commentId: comment.id,
      ref,
      hearingId: hearing.id,
      organisationId,
      ...content,
    });
    await proposalsFollow(state, call);
    return { commentId: comment.id, ref, clause: content.clause };
  },
});
