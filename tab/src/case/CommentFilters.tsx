import type { CommentView } from '../../../bot/views/shapes/hearing.ts';
import { useWords } from '../words.ts';
import { awaits, wholeDocument, type Filters } from './matrix.ts';

interface Props {
  comments: CommentView[];
  filters: Filters;
  set: (filters: Filters) => void;
}

interface SelectProps {
  label: string;
  value: string;
  options: [value: string, label: string][];
  set: (value: string) => void;
}

function Choice({ label, value, options, set }: SelectProps) {
  const { t } = useWords();
  return (
    <label className="choose">
      {label}{' '}
      <select value={value} onChange={(event) => set(event.target.value)}>
        <option value="">{t('tab.filter.any')}</option>
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

const distinct = (pairs: [string, string][]): [string, string][] =>
  [...new Map(pairs)].toSorted((a, b) => a[1].localeCompare(b[1], 'da', { numeric: true }));

/** Offers only what occurs. */
export function CommentFilters({ comments, filters, set }: Props) {
  const { t } = useWords();
  const pick = (name: keyof Filters) => (value: string) => set({ ...filters, [name]: value });
  const clauses = distinct(
    comments.map(({ clause }) => (clause === null ? [wholeDocument, t('wholeDocument')] : [clause, clause])),
  );
  const organisations = distinct(comments.map((one) => [one.organisationId, one.organisationName]));
  const types = distinct(comments.map((one) => [one.type, t(`commentType.${one.type}`)]));
  const themes = distinct(
    comments.flatMap(({ theme }) => (theme ? [[theme, theme] as [string, string]] : [])),
  );
  return (
    <div className="chooser" role="group" aria-label={t('tab.filter')}>
      <Choice label={t('tab.comment.clause')} value={filters.clause} options={clauses} set={pick('clause')} />
      <Choice
        label={t('tab.organisation')}
        value={filters.organisationId}
        options={organisations}
        set={pick('organisationId')}
      />
      <Choice label={t('tab.comment.type')} value={filters.type} options={types} set={pick('type')} />
      {themes.length > 0 && (
        <Choice label={t('tab.dispose.theme')} value={filters.theme} options={themes} set={pick('theme')} />
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
