import type { CommentView } from '../../../../bot/views/hearing/shapes.ts';
import { Choose } from '../../parts/form/Choose.tsx';
import { useWords } from '../../frame/words.ts';
import { awaits, wholeDocument, type Filters } from './matrix.ts';

interface Props {
  comments: CommentView[];
  filters: Filters;
  set: (filters: Filters) => void;
}

/** What occurs, each once and in order, after the choice of any. */
const distinct = (any: string, pairs: [string, string][]): [string, string][] => [
  ['', any],
  ...[...new Map(pairs)].toSorted((a, b) => a[1].localeCompare(b[1], 'da', { numeric: true })),
];

/** Offers only what occurs. */
export function CommentFilters({ comments, filters, set }: Props) {
  const { t } = useWords();
  const pick = (name: keyof Filters) => (value: string) => set({ ...filters, [name]: value });
  const any = t('tab.filter.any');
  const clauses = distinct(
    any,
    comments.map(({ clause }) => (clause === null ? [wholeDocument, t('wholeDocument')] : [clause, clause])),
  );
  const organisations = distinct(
    any,
    comments.map((one) => [one.organisationId, one.organisationName]),
  );
  const types = distinct(
    any,
    comments.map((one) => [one.type, t(`commentType.${one.type}`)]),
  );
  const themes = distinct(
    any,
    comments.flatMap(({ theme }) => (theme ? [[theme, theme] as [string, string]] : [])),
  );
  return (
    <div className="chooser" role="group" aria-label={t('tab.filter')}>
      <Choose label={t('tab.comment.clause')} value={filters.clause} options={clauses} set={pick('clause')} />
      <Choose
        label={t('tab.organisation')}
        value={filters.organisationId}
        options={organisations}
        set={pick('organisationId')}
      />
      <Choose label={t('tab.comment.type')} value={filters.type} options={types} set={pick('type')} />
      {themes.length > 1 && (
        <Choose label={t('tab.dispose.theme')} value={filters.theme} options={themes} set={pick('theme')} />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={filters.unanswered}
          onChange={(event) => set({ ...filters, unanswered: event.target.checked })}
        />{' '}
        {t('tab.comments.onlyUnanswered', { count: comments.filter(awaits).length })}
      </label>
    </div>
  );
}
