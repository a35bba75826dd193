import { Fragment, useImperativeHandle } from 'react';
import { Gap } from '../../parts/Gap.tsx';
import { placeOf, useLongList } from '../../parts/useLongList.ts';
import { useWords } from '../../frame/words.ts';
import { CommentRow } from './CommentRow.tsx';
import type { MatrixState } from './useMatrix.ts';

/** The comments that are chosen. The current one is there wherever it is, so that the arrows get to it. */
export function MatrixList({ state, pickable }: { state: MatrixState; pickable: boolean }) {
  const { t } = useWords();
  const { shown, comment } = state;
  const current = shown.findIndex((one) => one.id === comment?.id);
  const { box, few, rows, rest } = useLongList<HTMLUListElement>(shown.length, 105, current);
  useImperativeHandle(state.list, () => box.current!, [box]);
  return (
    <ul className="matrix-list" ref={box} aria-label={t('tab.case.part.comments')}>
      {rows.map(({ index, gap, props }) => {
        const one = shown[index]!;
        return (
          <Fragment key={one.id}>
            <Gap height={gap} />
            <CommentRow
              comment={one}
              state={state}
              pickable={pickable}
              row={few ? { ...props, ...placeOf(index, shown.length) } : props}
            />
          </Fragment>
        );
      })}
      <Gap height={rest} />
    </ul>
  );
}
