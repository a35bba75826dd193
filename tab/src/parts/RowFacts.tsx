import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { useNow } from '../frame/clock.ts';
import { useWords } from '../frame/words.ts';
import { AnswerCount, VoteCount } from './RowCounts.tsx';

/** Deadline, answers, vote and group of a revision: what it has of them. */
export function RowFacts({ row }: { row: RevisionRow }) {
  const { t, text, short, away } = useWords();
  const now = useNow(60_000);
  return (
    <dl className="facts">
      {row.nextDeadline && (
        <div>
          <dt>{text(row.nextDeadline.what)}</dt>
          <dd>
            <strong>
              <time dateTime={row.nextDeadline.at}>{short(row.nextDeadline.at)}</time>
            </strong>{' '}
            · {away(row.nextDeadline.at, now)}
          </dd>
        </div>
      )}
      {row.hearing && <AnswerCount hearing={row.hearing} />}
      {row.vote && <VoteCount vote={row.vote} />}
      {(row.represented !== null || row.lead) && (
        <div>
          <dt>{t('tab.row.group')}</dt>
          <dd>
            {row.represented !== null && t('tab.row.represented', { count: row.represented })}
            {row.represented !== null && row.lead && ' · '}
            {row.lead && t('tab.row.lead', { name: row.lead.name })}
          </dd>
        </div>
      )}
    </dl>
  );
}
