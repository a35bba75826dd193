import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import type { CommentView, HearingView } from '../../../../bot/views/hearing/shapes.ts';
import { useAllowedMany } from '../../frame/queries.ts';

/** May this reader answer the comments? One answer holds for the whole list, so that moving through it never waits. */
export function useMayDispose(hearing: HearingView, comments: CommentView[]): Allowed | undefined {
  const sample = comments.find((one) => !one.withdrawnAt);
  const wanted = sample ? [{ act: 'disposeComment' as const, input: { commentId: sample.id } }] : [];
  return useAllowedMany(wanted, [hearing.allowed])[0];
}
