// Who may: the comment's own organisation until the deadline (its contact alone once submitted); the secretariat what it typed in.
// Changes: the words of a comment, never its number; an answer the secretariat had given it is asked for again.
// Refuses: another organisation's, a withdrawn one, one that somebody has changed since it was seen, a closed hearing, an unknown clause. A repeat: the same words, the same comment.
import { z } from 'zod';
import { commentTypes } from '../../process/hearing/hearing.ts';
import { wordsMoved } from '../../process/hearing/seen.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { member } from '../../process/frame/roles.ts';
import { updateComment } from '../../store/hearing/comments.ts';
import type { CommentRow } from '../../store/schema.ts';
import { act, type Given } from '../frame/act.ts';
import { id, longText, seen, words } from '../frame/input.ts';
import { loadOwnComment, mayChange } from './ownComment.ts';
import { proposalsFollow } from './proposing.ts';

/** Left out means unchanged; an empty field of a form means emptied. */
const emptied = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable().optional());

const form = {
  clause: emptied(words(20)),
  type: z.enum(commentTypes).optional(),
  text: longText.optional(),
  proposedChange: emptied(longText),
  /** The comment as it was before whoever changed it. */
  seen,
};

const contentOf = (comment: CommentRow, asked: Given<typeof form>) => ({
  clause: asked.clause === undefined ? comment.clause : asked.clause,
  type: asked.type ?? comment.type,
  text: asked.text ?? comment.text,
  proposedChange: asked.proposedChange === undefined ? comment.proposedChange : asked.proposedChange,
});

export const editComment = act({
  name: 'editComment',
  may: member,
  about: { commentId: id },
  form,
  load: loadOwnComment,
  open(state, asking) {
    const gone = state.comment.withdrawnAt ? refuse('commentWithdrawn', { ref: state.ref }) : null;
    return mayChange(state, asking) ?? gone;
  },
  decide(state, { form: asked }) {
    const { clause } = asked;
    if (wordsMoved(asked.seen, state.comment, contentOf(state.comment, asked)))
      return refuse('commentChanged', { ref: state.ref });
    const known = !clause || state.clauses.some((one) => one.number === clause);
    return known ? null : refuse('clauseUnknown', { clause });
  },
  async apply(state, call) {
    const { comment, ref, hearing } = state;
    const { trx, form: asked, now, record } = call;
    const content = contentOf(comment, asked);
    const undisposed = { disposition: null, response: null, disposedBy: null, disposedAt: null };
    await updateComment(trx, comment.id, { ...content, editedAt: now, fingerprint: null, ...undisposed });
    const organisationId = comment.organisationId;
    record(hearing.caseId, 'commentEdited', {
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
