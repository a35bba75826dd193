import { useRef } from 'react';
import type { CommentView, HearingView } from '../../../../bot/views/hearing/shapes.ts';
import type { VersionView } from '../../../../bot/views/case/shapes.ts';
import { Restored } from '../../parts/Restored.tsx';
import { useWords } from '../../frame/words.ts';
import { CommentFilters } from './CommentFilters.tsx';
import { Detail } from '../../case/Detail.tsx';
import { DisposeMany } from './DisposeMany.tsx';
import { dispositions } from './matrix.ts';
import { MatrixList } from './MatrixList.tsx';
import { matrixKeys } from './matrixKeys.ts';
import { useMatrix } from './useMatrix.ts';
import { useMayDispose } from './useMayDispose.ts';

interface Props {
  hearing: HearingView;
  comments: CommentView[];
  versions: VersionView[];
}

/** Every comment of a hearing beside its clause, answered from the keyboard. */
export function Matrix({ hearing, comments, versions }: Props) {
  const { t } = useWords();
  const state = useMatrix(comments, `comments ${hearing.id}`);
  const response = useRef<HTMLTextAreaElement>(null);
  const { comment, shown, picked } = state;
  const entry = useMayDispose(hearing, comments);
  const keys = matrixKeys(state, (index) => {
    if (!entry?.ok) return;
    const disposition = dispositions[index] ?? '';
    if (picked.size > 0) state.writeMany({ disposition });
    else state.write({ disposition });
    response.current?.focus();
  });
  const many = comments.filter((one) => picked.has(one.id));
  if (comments.length === 0) return <p>{t(hearing.sealed ? 'tab.comments.sealed' : 'tab.comments.none')}</p>;
  return (
    <>
      {hearing.sealed && <p className="note neutral">{t('tab.comments.sealed')}</p>}
      <CommentFilters comments={comments} filters={state.filters} set={state.setFilters} />
      <p role="status">{t('tab.shown', { count: shown.length, total: comments.length })}</p>
      {entry?.ok && <Restored kept={state.typed} />}
      {entry?.ok && <p className="quiet">{t('tab.comments.keys')}</p>}
      <div className="matrix" onKeyDown={keys}>
        <MatrixList state={state} pickable={entry?.ok === true} />
        {many.length > 0 ? (
          <DisposeMany comments={many} state={state} entry={entry} box={response} />
        ) : (
          comment && (
            <Detail
              comment={comment}
              hearing={hearing}
              versions={versions}
              state={state}
              entry={entry}
              box={response}
            />
          )
        )}
      </div>
    </>
  );
}
