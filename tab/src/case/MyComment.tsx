import type { CommentView, HearingView } from '../../../bot/views/shapes/hearing.ts';
import type { Action } from '../parts/action.ts';
import { Actions } from '../parts/Actions.tsx';
import { useWords } from '../words.ts';
import { commentFields } from './commentFields.ts';

/** The comment itself says whether its reader may change it: no need to ask for each. */
const mayChange = ['editComment', 'withdrawComment'].map((act) => ({
  act,
  ok: true,
  refusal: null,
  unmet: [],
}));

/** One of our own comments, changed or taken back while it may be. */
export function MyComment({ comment, hearing }: { comment: CommentView; hearing: HearingView }) {
  const { t, short } = useWords();
  const edit: Action = {
    act: 'editComment',
    label: t('tab.comment.edit'),
    input: { commentId: comment.id },
    done: t('tab.comment.edited'),
    form: { fields: commentFields(t, hearing.version.clauses, comment), submit: t('tab.save') },
  };
  const withdraw: Action = {
    act: 'withdrawComment',
    label: t('tab.comment.withdraw'),
    input: { commentId: comment.id },
    done: t('tab.comment.withdrawn'),
    form: { fields: [], intro: t('tab.comment.withdrawIntro', { ref: comment.ref }) },
  };
  return (
    <li className="comment">
      <p>
        <b>{comment.ref}</b>{' '}
        <span className="quiet">
          {comment.clause ?? t('wholeDocument')} · {t(`commentType.${comment.type}`)} · {comment.personName} ·{' '}
          {short(comment.receivedAt)}
          {comment.editedAt && ` · ${t('tab.comment.editedAt', { at: short(comment.editedAt) })}`}
        </span>
        {comment.withdrawnAt && <span className="tag"> {t('tab.comment.isWithdrawn')}</span>}
      </p>
      <p className="legal">{comment.text}</p>
      {comment.proposedChange && (
        <p className="legal">
          <b>{t('tab.comment.change')}:</b> {comment.proposedChange}
        </p>
      )}
      {comment.disposition && (
        <p>
          <b>{t(`disposition.${comment.disposition}`)}:</b> {comment.response}
        </p>
      )}
      {comment.editable && <Actions lists={[mayChange]} actions={[edit, withdraw]} />}
    </li>
  );
}
