import type { MeView } from '../../../bot/views/people/shapes.ts';
import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';
import { filters, keeps, sorts, type Filter, type Sort } from './filters.ts';

interface Props {
  rows: RevisionRow[];
  me: MeView | undefined;
  filter: Filter;
  sort: Sort;
  set: (name: string, value: string) => void;
}

/** Which revisions are shown, with how many each choice has, and in what order. */
export function StatusBar({ rows, me, filter, sort, set }: Props) {
  const { t } = useWords();
  return (
    <div className="bar">
      <div role="group" aria-label={t('tab.filter')} className="chips">
        {filters.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={filter === one}
            onClick={() => set('show', one)}
          >
            {t(`tab.filter.${one}`)} <b>{rows.filter((row) => keeps(one, row, me)).length}</b>
          </button>
        ))}
      </div>
      <label className="sort">
        {t('tab.sort')}{' '}
        <select value={sort} onChange={(event) => set('sort', event.target.value)}>
          {sorts.map((one) => (
            <option key={one} value={one}>
              {t(`tab.sort.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
