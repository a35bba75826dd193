// Who may: the comment's own organisation until the deadline (its contact alone once submitted); the secretariat what it typed in.
// Changes: the comment no longer counts; it stays in the record under its number.
// Refuses: another organisation's, a closed hearing. A repeat: already withdrawn is a success.
import { z } from 'zod';
import { member } from '../process/roles.ts';
import { updateComment } from '../store/comments.ts';
import { act } from './act.ts';
import { alignPosition } from './answering.ts';
import { id } from './input.ts';
import { loadOwnComment, mayChange } from './ownComment.ts';
import { proposalsFollow } from './proposing.ts';

export const withdrawComment = act({
  name: 'withdrawComment',
  may: member,
  input: z.object({ commentId: id }),
  load: (call) => loadOwnComment(call, call.input.commentId),
  decide: (state, call) => (state.comment.withdrawnAt ? null : mayChange(state, call)),
  async apply(state, call) {
    const { comment, ref, hearing } = state;
    if (!comment.withdrawnAt) {
      await updateComment(call.trx, comment.id, { withdrawnAt: call.now });
      const organisationId = comment.organisationId;
      call.record(hearing.revisionId, 'commentWithdrawn', {
        commentId: comment.id,
        ref,
        hearingId: hearing.id,
        organisationId,
      });
      await alignPosition(state, call);
      await proposalsFollow(state, call);
    }
    return { commentId: comment.id, ref };
  },
});
