// Who may: the secretariat. Changes: the one answer to one comment: met or not, why, under which theme, and where it shows.
// Refuses: a withdrawn comment; one that its organisation has not submitted, as if there were none. A repeat: the later answer takes the place of the earlier, both in the trail.
import { z } from 'zod';
import { commentRef, dispositions } from '../process/hearing.ts';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { lockComment, updateComment } from '../store/comments.ts';
import { hearingIdOf } from '../store/handedIn.ts';
import { hearingById } from '../store/hearings.ts';
import { act, personOf } from './act.ts';
import { id, longText, optional, words } from './input.ts';
import { asking } from './ownComment.ts';

export const disposeComment = act({
  name: 'disposeComment',
  may: secretariat,
  input: z.object({
    commentId: id,
    disposition: z.enum(dispositions),
    response: longText,
    theme: optional(words(200)),
    clause: optional(words(20)),
  }),
  async load({ trx, input, doer, now }) {
    const comment = await lockComment(trx, input.commentId);
    const hearingId =
      comment && (await hearingIdOf(trx, comment.id, { ...asking(doer, now), organisationId: null }));
    const hearing = hearingId && (await hearingById(trx, hearingId));
    if (!comment || !hearing) return refuse('notFound');
    return { comment, hearing, ref: commentRef(hearing.number, comment.number) };
  },
  decide: ({ comment, ref }) => (comment.withdrawnAt ? refuse('commentWithdrawn', { ref }) : null),
  async apply({ comment, hearing, ref }, { trx, input, doer, now, record }) {
    const values = {
      disposition: input.disposition,
      response: input.response,
      theme: input.theme ?? null,
      changedClause: input.clause ?? null,
    };
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
