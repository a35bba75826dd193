// Who may: the comment's own organisation until the deadline (its contact alone once submitted); the secretariat what it typed in.
// Changes: the comment no longer counts; it stays in the record under its number.
// Refuses: another organisation's, one that somebody has changed since it was seen, a closed hearing. A repeat: already withdrawn is a success.
import { wordsMoved } from '../../process/hearing/seen.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { member } from '../../process/frame/roles.ts';
import { updateComment } from '../../store/hearing/comments.ts';
import { act } from '../frame/act.ts';
import { alignPosition } from './answering.ts';
import { id, seen } from '../frame/input.ts';
import { loadOwnComment, mayChange } from './ownComment.ts';
import { proposalsFollow } from './proposing.ts';

export const withdrawComment = act({
  name: 'withdrawComment',
  may: member,
  about: { commentId: id },
  form: { seen },
  load: loadOwnComment,
  already: ({ comment, ref }) => (comment.withdrawnAt ? { commentId: comment.id, ref } : null),
  open(state, asking) {
    const gone = state.comment.withdrawnAt ? refuse('commentWithdrawn', { ref: state.ref }) : null;
    return gone ?? mayChange(state, asking);
  },
  decide: ({ comment, ref }, { form }) =>
    wordsMoved(form.seen, comment) ? refuse('commentChanged', { ref }) : null,
  async apply(state, call) {
    const { comment, ref, hearing } = state;
    await updateComment(call.trx, comment.id, { withdrawnAt: call.now });
    const organisationId = comment.organisationId;
    call.record(hearing.caseId, 'commentWithdrawn', {
      commentId: comment.id,
      ref,
      hearingId: hearing.id,
      organisationId,
    });
    await alignPosition(state, call, comment);
    await proposalsFollow(state, call);
    return { commentId: comment.id, ref };
  },
});
