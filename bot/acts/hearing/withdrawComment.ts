// Who may: the comment's own organisation until the deadline (its contact alone once submitted); the secretariat what it typed in.
// Changes: the comment no longer counts; it stays in the record under its number.
// Refuses: another organisation's, one that somebody has changed since it was seen, a closed hearing. A repeat: already withdrawn is a success.
import { z } from 'zod';
import { wordsMoved } from '../../process/hearing/seen.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { member } from '../../process/frame/roles.ts';
import { updateComment } from '../../store/hearing/comments.ts';
import { oldAct } from '../frame/oldAct.ts';
import { alignPosition } from './answering.ts';
import { id, seen } from '../frame/input.ts';
import { loadOwnComment, mayChange } from './ownComment.ts';
import { proposalsFollow } from './proposing.ts';

export const withdrawComment = oldAct({
  name: 'withdrawComment',
  may: member,
  input: z.object({ commentId: id, seen }),
  load: (call) => loadOwnComment(call, call.input.commentId),
  decide(state, call) {
    if (state.comment.withdrawnAt) return null;
    const moved = wordsMoved(call.input.seen, state.comment);
    return mayChange(state, call) ?? (moved ? refuse('commentChanged', { ref: state.ref }) : null);
  },
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
      await alignPosition(state, call, comment);
      await proposalsFollow(state, call);
    }
    return { commentId: comment.id, ref };
  },
});
