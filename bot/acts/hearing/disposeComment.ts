// Who may: the secretariat. Changes: the one answer to one comment: met or not, why, under which theme, and where it shows.
// Refuses: a withdrawn comment; one that was changed, or answered by somebody else, since it was read; one that its organisation has not submitted, as if there were none. A repeat: the later answer takes the place of the earlier, both in the trail.
import { z } from 'zod';
import { commentRef, dispositions } from '../../process/hearing/hearing.ts';
import { responseMoved, wordsMoved } from '../../process/hearing/seen.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { lockComment, updateComment } from '../../store/hearing/comments.ts';
import { hearingIdOf } from '../../store/hearing/handedIn.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import type { CommentRow, HearingRow } from '../../store/schema.ts';
import { personOf } from '../frame/act.ts';
import { oldAct, type OldCall } from '../frame/oldAct.ts';
import { id, longText, optional, seen, words } from '../frame/input.ts';
import { asking } from './ownComment.ts';

const input = z.object({
  commentId: id,
  disposition: z.enum(dispositions),
  response: longText,
  theme: optional(words(200)),
  clause: optional(words(20)),
  /** The comment, and the answer to it, that whoever answers had read. */
  seen,
});
type Asked = z.infer<typeof input>;
interface State {
  comment: CommentRow;
  hearing: HearingRow;
  ref: string;
}

const responseTo = ({ disposition, response, theme, clause }: Asked) => ({
  disposition,
  response,
  theme: theme ?? null,
  changedClause: clause ?? null,
});

function decide({ comment, ref }: State, { input: asked, probe }: OldCall<Asked>): Refusal | null {
  if (comment.withdrawnAt) return refuse('commentWithdrawn', { ref });
  if (probe) return null;
  if (wordsMoved(asked.seen, comment)) return refuse('commentChanged', { ref });
  return responseMoved(asked.seen, comment, responseTo(asked)) ? refuse('commentAnswered', { ref }) : null;
}

export const disposeComment = oldAct({
  name: 'disposeComment',
  may: secretariat,
  input,
  async load({ trx, input: asked, doer, now }) {
    const comment = await lockComment(trx, asked.commentId);
    const hearingId =
      comment && (await hearingIdOf(trx, comment.id, { ...asking(doer, now), organisationId: null }));
    const hearing = hearingId && (await hearingById(trx, hearingId));
    if (!comment || !hearing) return refuse('notFound');
    return { comment, hearing, ref: commentRef(hearing.number, comment.number) };
  },
  decide,
  async apply({ comment, hearing, ref }, { trx, input: asked, doer, now, record }) {
    const values = responseTo(asked);
    await updateComment(trx, comment.id, { ...values, disposedBy: personOf(doer), disposedAt: now });
    record(hearing.revisionId, 'commentDisposed', {
      commentId: comment.id,
      ref,
      hearingId: hearing.id,
      organisationId: comment.organisationId,
      ...values,
    });
    return { commentId: comment.id, ref };
  },
});
