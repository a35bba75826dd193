import type { RefObject } from 'react';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { VersionView } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';
import { ClauseBeside } from '../draft/ClauseBeside.tsx';
import { Dispose } from '../hearing/comments/Dispose.tsx';
import type { MatrixState } from '../hearing/comments/useMatrix.ts';

interface Props {
  comment: CommentView;
  hearing: HearingView;
  versions: VersionView[];
  state: MatrixState;
  entry: Allowed | undefined;
  box: RefObject<HTMLTextAreaElement | null>;
}

function Said({ comment }: { comment: CommentView }) {
  const { t, short, who } = useWords();
  return (
    <>
      <p className="quiet">
        {comment.personName ? who(comment.personName, comment.organisationName) : comment.organisationName} ·{' '}
        {t(`commentType.${comment.type}`)} · {t(`tab.channel.${comment.channel}`)} {short(comment.receivedAt)}
        {comment.editedAt && ` · ${t('tab.comment.editedAt', { at: short(comment.editedAt) })}`}
      </p>
      <p className="legal said">{comment.text}</p>
      {comment.proposedChange && (
        <p className="legal">
          <b>{t('tab.comment.change')}:</b> {comment.proposedChange}
        </p>
      )}
    </>
  );
}

export function Detail({ comment, hearing, versions, state, entry, box }: Props) {
  const { t } = useWords();
  return (
    <section className="detail" aria-labelledby="detail">
      <h3 id="detail">
        {comment.ref} {comment.clause ?? t('wholeDocument')}
        {comment.withdrawnAt && <span className="tag"> {t('tab.comment.isWithdrawn')}</span>}
      </h3>
      <Said comment={comment} />
      <ClauseBeside comment={comment} hearing={hearing} versions={versions} />
      {entry && (!comment.withdrawnAt || state.half.has(comment.id)) && (
        <Dispose comment={comment} state={state} entry={entry} versions={versions} box={box} />
      )}
      {!entry?.ok && comment.disposition && (
        <p>
          <b>{t(`disposition.${comment.disposition}`)}:</b> {comment.response}
        </p>
      )}
    </section>
  );
}
