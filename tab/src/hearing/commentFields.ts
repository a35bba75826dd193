import type { CommentView } from '../../../bot/views/hearing/shapes.ts';
import type { Clause } from '../../../bot/views/case/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import type { Words } from '../frame/words.ts';

const types = ['general', 'technical', 'editorial'] as const;

export const clauseOptions = (clauses: Clause[]) =>
  clauses.map(({ number, heading }) => ({ value: number, label: `${number} ${heading}` }));

/** The inputs of a comment, whoever types it; filled when it is edited. */
export function commentFields(
  t: Words['t'],
  clauses: Clause[],
  comment?: CommentView,
): FieldSpec<FieldOf<'addComment'> & FieldOf<'editComment'>>[] {
  return [
    {
      name: 'clause',
      label: t('tab.comment.clause'),
      kind: 'select',
      options: clauseOptions(clauses),
      hint: t('tab.comment.clauseHint'),
      initial: comment?.clause ?? '',
    },
    {
      name: 'type',
      label: t('tab.comment.type'),
      kind: 'radio',
      required: true,
      options: types.map((type) => ({ value: type, label: t(`commentType.${type}`) })),
      initial: comment?.type ?? 'general',
    },
    {
      name: 'text',
      label: t('tab.comment.text'),
      kind: 'area',
      required: true,
      initial: comment?.text ?? '',
    },
    {
      name: 'proposedChange',
      label: t('tab.comment.change'),
      kind: 'area',
      initial: comment?.proposedChange ?? '',
    },
  ];
}
