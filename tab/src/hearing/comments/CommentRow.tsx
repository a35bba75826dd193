import type { ComponentProps } from 'react';
import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import { useWords } from '../../frame/words.ts';
import { awaits } from './matrix.ts';
import type { MatrixState } from './useMatrix.ts';

interface Props {
  comment: CommentView;
  state: MatrixState;
  pickable: boolean;
  row: ComponentProps<'li'>;
}

/** Only the current row is a tab stop: the rest are reached with the arrows. */
export function CommentRow({ comment, state, pickable, row }: Props) {
  const { t } = useWords();
  const current = state.comment?.id === comment.id;
  const stop = current ? 0 : -1;
  const open = () => {
    state.show(comment.id);
    // On a phone the comment stands below the list, out of sight.
    if (matchMedia('(max-width: 760px)').matches)
      requestAnimationFrame(() => document.getElementById('detail')?.scrollIntoView());
  };
  const verdict = comment.withdrawnAt
    ? t('tab.comment.isWithdrawn')
    : comment.disposition
      ? t(`disposition.${comment.disposition}`)
      : t('tab.comments.unanswered');
  return (
    <li className={current ? 'current' : ''} {...row}>
      {pickable && (
        <input
          type="checkbox"
          tabIndex={stop}
          checked={state.picked.has(comment.id)}
          onChange={() => state.pick(comment.id)}
          aria-label={t('tab.comments.pick', { ref: comment.ref })}
        />
      )}
      <button
        type="button"
        data-comment={comment.id}
        tabIndex={stop}
        aria-current={current || undefined}
        onClick={open}
      >
        <span className="top">
          <b>{comment.ref}</b> {comment.clause ?? t('wholeDocument')} · {comment.organisationName}
        </span>
        <span className="excerpt">{comment.text}</span>
        <span className={`note ${awaits(comment) ? 'warn' : 'neutral'}`}>
          {verdict}
          {comment.late && ` · ${t('tab.comment.late')}`}
          {state.half.has(comment.id) && ` · ${t('tab.comments.half')}`}
        </span>
      </button>
    </li>
  );
}
