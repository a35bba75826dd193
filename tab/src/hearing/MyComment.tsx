import type { CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { Action } from '../parts/form/action.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useWords } from '../frame/words.ts';
import { commentFields } from './commentFields.ts';
import { useWouldFall } from './useWouldFall.ts';

interface Of {
  comment: CommentView;
  hearing: HearingView;
}

/** The comment itself says whether its reader may change it: no need to ask for each. */
const mayChange = ['editComment', 'withdrawComment'].map((act) => ({
  act,
  ok: true,
  refusal: null,
  unmet: [],
}));

function useOwnActs({ comment, hearing }: Of): Action[] {
  const { t } = useWords();
  const { id: commentId, ref, seen } = comment;
  const falls = useWouldFall(hearing);
  const fields = commentFields(t, hearing.version.clauses, comment);
  const input = { commentId };
  const edit: Action = {
    act: 'editComment',
    label: t('tab.comment.edit'),
    input,
    done: t('tab.comment.edited'),
    form: { fields, submit: t('tab.save'), ...(falls && { intro: falls }), seen },
  };
  const goes = t('tab.comment.withdrawIntro', { ref });
  const withdraw: Action = {
    act: 'withdrawComment',
    label: t('tab.comment.withdraw'),
    input,
    done: t('tab.comment.withdrawn'),
    form: { fields: [], intro: falls ? `${goes} ${falls}` : goes, seen },
  };
  return [edit, withdraw];
}

/** One of our own comments, changed or taken back while it may be. */
export function MyComment({ comment, hearing }: Of) {
  const { t, short } = useWords();
  const acts = useOwnActs({ comment, hearing });
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
      <Actions
        lists={[mayChange]}
        actions={comment.editable ? acts : []}
        gone={comment.editable ? [] : acts}
      />
    </li>
  );
}
