import type { ActInput } from '../../frame/acts.ts';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';

export const dispositions = ['accepted', 'partly', 'notAccepted', 'noted'] as const;
export type Disposition = (typeof dispositions)[number];

export interface Filters {
  clause: string;
  organisationId: string;
  type: string;
  theme: string;
  unanswered: boolean;
}
export const noFilters: Filters = { clause: '', organisationId: '', type: '', theme: '', unanswered: false };

/** The clause filter's word for comments about the whole document. */
export const wholeDocument = '*';

export interface Draft {
  disposition: Disposition | '';
  response: string;
  theme: string;
  clause: string;
  /** The comment and its answer as they were when this was begun; empty: as they are now. */
  seen: string;
}

/** There is something to save of it. */
export type WholeDraft = Draft & { disposition: Disposition };
export const isWhole = (draft: Draft | undefined): draft is WholeDraft =>
  Boolean(draft?.disposition && draft.response.trim());

export const noDraft: Draft = { disposition: '', response: '', theme: '', clause: '', seen: '' };

export const draftOf = (comment: CommentView): Draft => ({
  disposition: comment.disposition ?? '',
  response: comment.response ?? '',
  theme: comment.theme ?? '',
  clause: comment.changedClause ?? '',
  seen: comment.seen,
});

export function kept(comments: CommentView[], filters: Filters): CommentView[] {
  return comments.filter(
    (comment) =>
      (!filters.clause || (comment.clause ?? wholeDocument) === filters.clause) &&
      (!filters.organisationId || comment.organisationId === filters.organisationId) &&
      (!filters.type || comment.type === filters.type) &&
      (!filters.theme || comment.theme === filters.theme) &&
      (!filters.unanswered || awaits(comment)),
  );
}

export const awaits = (comment: CommentView): boolean => !comment.disposition && !comment.withdrawnAt;

/** The next that awaits an answer after this one, from the top again when the end is reached. */
export function nextUnanswered(comments: CommentView[], id: string): CommentView | undefined {
  const at = comments.findIndex((comment) => comment.id === id);
  return [...comments.slice(at + 1), ...comments.slice(0, Math.max(at, 0))].find(awaits);
}

export const disposeInput = ({ id, seen }: CommentView, draft: WholeDraft): ActInput<'disposeComment'> => ({
  commentId: id,
  seen: draft.seen || seen,
  disposition: draft.disposition,
  response: draft.response,
  ...(draft.theme.trim() && { theme: draft.theme.trim() }),
  ...(draft.clause && { clause: draft.clause }),
});
