import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { Link } from 'wouter';
import { useWords } from '../frame/words.ts';
import { Findings } from './form/Refusal.tsx';
import { RowFacts } from './RowFacts.tsx';
import { Stages } from '../case/Stages.tsx';

/** One revision on the status page. */
export function Row({ row }: { row: RevisionRow }) {
  const { t, text } = useWords();
  return (
    <article className="row" aria-labelledby={`row-${row.id}`}>
      <div className="number" aria-hidden={row.goalNumber === null}>
        {row.goalNumber !== null && <span className="hidden">{t('tab.goal')} </span>}
        {row.goalNumber ?? '–'}
      </div>
      <div>
        <div className="row-head">
          <h2 id={`row-${row.id}`}>
            <Link href={`/revision/${row.id}`}>{row.title}</Link>
          </h2>
          {row.awaitsMe && <span className="tag">{t('tab.row.awaitsMe')}</span>}
          <span className="ref">
            {row.ref} · {t(`track.${row.track}`)}
          </span>
        </div>
        <Stages row={row} />
        <RowFacts row={row} />
        <p className="next">
          <b>{t('tab.row.next')}</b> {text(row.next.what)}{' '}
          <span className="quiet">({text(row.next.who)})</span>
        </p>
        <Findings unmet={row.blocking} />
      </div>
    </article>
  );
}
