import { Suspense, type ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { Row } from '../parts/Row.tsx';
import { useMe } from '../frame/queries.ts';
import { later, useWords } from '../frame/words.ts';
import { filters, inOrder, keeps, sorts } from './filters.ts';
import { StatusBar } from './statusBar.tsx';
import { Wait } from '../parts/Load.tsx';

const Closed = later(() => import('./closed.tsx'));

const among = <T extends string>(list: readonly T[], value: string | null): T =>
  list.find((one) => one === value) ?? (list[0] as T);

/** What has ended, fetched when it is looked for. */
function Over({
  open,
  show,
  children,
}: {
  open: boolean;
  show: (over: boolean) => void;
  children: ReactNode;
}) {
  const { t } = useWords();
  return (
    <details
      className="card over"
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && show(currentTarget.open)}
    >
      <summary className="pad">{t('tab.status.over')}</summary>
      {open && <Suspense fallback={<Wait />}>{children}</Suspense>}
    </details>
  );
}

/** The revisions chosen in the address: a link to it shows the same. */
export function StatusRows({ rows }: { rows: RevisionRow[] }) {
  const { t, locale } = useWords();
  const me = useMe().data;
  const [search, setSearch] = useSearchParams();
  const filter = among(filters, search.get('show'));
  const sort = among(sorts, search.get('sort'));
  const set = (name: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set(name, value);
      return after;
    });
  const open = search.get('over') === 'true';
  const show = (over: boolean) => set('over', String(over));
  const kept = inOrder(
    sort,
    rows.filter((row) => keeps(filter, row, me)),
    locale,
  );
  return (
    <>
      <StatusBar rows={rows} me={me} filter={filter} sort={sort} set={set} />
      <p className="hidden" role="status">
        {t('tab.shown', { count: kept.length, total: rows.length })}
      </p>
      <section className="card" aria-label={t('tab.nav.status')}>
        {kept.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        {kept.length === 0 && (
          <p className="pad">
            {t(rows.length === 0 ? 'tab.status.none' : 'tab.status.noneKept')}{' '}
            {!open && (
              <>
                {t('tab.status.notSearched')}{' '}
                <button type="button" className="link" onClick={() => show(true)}>
                  {t('tab.status.showOver')}
                </button>
              </>
            )}
          </p>
        )}
      </section>
      <Over open={open} show={show}>
        <Closed me={me} filter={filter} sort={sort} />
      </Over>
    </>
  );
}
