// Who may: the secretariat. Changes: the one answer to one comment: met or not, why, under which theme, and where it shows.
// Refuses: a withdrawn comment; one that was changed, or answered by somebody else, since it was read; one that its organisation has not submitted, as if there were none. A repeat: the later answer takes the place of the earlier, both in the trail.
import { z } from 'zod';
import { commentRef, dispositions } from '../../process/hearing/hearing.ts';
import { responseMoved, wordsMoved } from '../../process/hearing/seen.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { isSecretariat, secretariat } from '../../process/frame/roles.ts';
import { commentById, lockComment, updateComment } from '../../store/hearing/comments.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import type { CommentRow, HearingRow } from '../../store/schema.ts';
import { act, personOf, type Call, type Given } from '../frame/act.ts';
import { id, longText, optional, seen, words } from '../frame/input.ts';
import { mayLearnOf } from './ownComment.ts';

const form = {
  disposition: z.enum(dispositions),
  response: longText,
  theme: optional(words(200)),
  clause: optional(words(20)),
  /** The comment, and the answer to it, that whoever answers had read. */
  seen,
};
type Asked = Given<typeof form>;
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

function decide({ comment, ref }: State, { form: asked }: Call<unknown, Asked>): Refusal | null {
  if (wordsMoved(asked.seen, comment)) return refuse('commentChanged', { ref });
  return responseMoved(asked.seen, comment, responseTo(asked)) ? refuse('commentAnswered', { ref }) : null;
}

export const disposeComment = act({
  name: 'disposeComment',
  may: secretariat,
  about: { commentId: id },
  form,
  async load({ trx, about, doer, now, hold }) {
    const comment = await hold(lockComment, commentById, about.commentId);
    const reader = { organisationId: null, secretariat: isSecretariat(doer) };
    const known = comment && (await mayLearnOf(trx, comment.id, reader, now));
    const hearing = known && (await hearingById(trx, comment.hearingId));
    if (!comment || !hearing) return refuse('notFound');
    return { comment, hearing, ref: commentRef(hearing.number, comment.number) };
  },
  open: ({ comment, ref }) => (comment.withdrawnAt ? refuse('commentWithdrawn', { ref }) : null),
  decide,
  async apply({ comment, hearing, ref }, { trx, form: asked, doer, now, record }) {
    const values = responseTo(asked);
    await updateComment(trx, comment.id, { ...values, disposedBy: personOf(doer), disposedAt: now });
    record(hearing.caseId, 'commentDisposed', {
      commentId: comment.id,
      ref,
      hearingId: hearing.id,
      organisationId: comment.organisationId,
      ...values,
    });
    return { commentId: comment.id, ref };
  },
});
