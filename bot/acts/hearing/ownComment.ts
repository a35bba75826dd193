import * as changing from '../../process/hearing/changing.ts';
import { isRefusal, refuse, type Refusal } from '../../process/frame/refusals.ts';
import { commentRef } from '../../process/hearing/hearing.ts';
import { mayKnowOf } from '../../process/hearing/sealing.ts';
import { isSecretariat, organisationOf, type Doer } from '../../process/frame/roles.ts';
import { commentById, lockComment } from '../../store/hearing/comments.ts';
import { commentKnown } from '../../store/hearing/handedIn.ts';
import type { CommentRow } from '../../store/schema.ts';
import type { Asking } from '../frame/act.ts';
import { loadAnswering, type Answering } from './answering.ts';

export type OwnComment = Answering & { comment: CommentRow; ref: string };

/** Of a comment that is sealed from whoever asks it is not even told that there is such a one. */
export async function mayLearnOf(
  db: Asking['trx'],
  commentId: string,
  reader: Parameters<typeof mayKnowOf>[1],
  now: Date,
): Promise<boolean> {
  const known = await commentKnown(db, commentId);
  return known !== null && mayKnowOf(known, reader, now);
}

const readerOf = (doer: Doer) => ({ organisationId: organisationOf(doer), secretariat: isSecretariat(doer) });

/** A comment of the organisation one speaks for; what editing and withdrawing begin with. */
export async function loadOwnComment(asked: Asking<{ commentId: string }>): Promise<OwnComment | Refusal> {
  const {
    trx,
    about: { commentId },
    doer,
    hold,
    time,
  } = asked;
  const comment = await hold(lockComment, commentById, commentId);
  if (!comment) return refuse('notFound');
  const own = changing.isOwnComment(comment, doer);
  const known = own || (await mayLearnOf(trx, commentId, readerOf(doer), await time()));
  if (!known) return refuse('notFound');
  if (!own) return refuse('notYourComment');
  const answering = await loadAnswering(asked, comment.hearingId, comment.organisationId, 'share');
  if (isRefusal(answering)) return answering;
  return { ...answering, comment, ref: commentRef(answering.hearing.number, comment.number) };
}

export const mayChange = ({ comment, standing, hearing }: OwnComment, { doer, now }: Asking) =>
  changing.mayChange({ comment, standing, deadline: hearing.deadline }, doer, now);
