import '../styles/status.css';
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { MeView } from '../../../bot/views/shapes/people.ts';
import type { RevisionRow } from '../../../bot/views/shapes/revision.ts';
import { Load, PageTitle, Wait } from '../parts/Load.tsx';
import { Row } from '../parts/Row.tsx';
import { taskHref } from '../parts/taskHref.ts';
import { useMe, useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { filters, inOrder, keeps, sorts, type Filter, type Sort } from './filters.ts';

const StartRevision = lazy(() => import('./startRevision.tsx'));

const among = <T extends string>(list: readonly T[], value: string | null): T =>
  list.find((one) => one === value) ?? (list[0] as T);

function Bar({ rows, me, filter, sort, set }: BarProps) {
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
interface BarProps {
  rows: RevisionRow[];
  me: MeView | undefined;
  filter: Filter;
  sort: Sort;
  set: (name: string, value: string) => void;
}

function Rows({ rows }: { rows: RevisionRow[] }) {
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
  const kept = inOrder(
    sort,
    rows.filter((row) => keeps(filter, row, me)),
    locale,
  );
  return (
    <>
      <Bar rows={rows} me={me} filter={filter} sort={sort} set={set} />
      <p className="hidden" role="status">
        {t('tab.shown', { count: kept.length, total: rows.length })}
      </p>
      <section className="card" aria-label={t('tab.nav.status')}>
        {kept.map((row) => (
          <Row key={row.id} row={row} />
        ))}
        {kept.length === 0 && (
          <p className="pad">{t(rows.length === 0 ? 'tab.status.none' : 'tab.status.noneKept')}</p>
        )}
      </section>
    </>
  );
}

function Side() {
  const { t, text, short } = useWords();
  const tasks = useView('tasks');
  const items = tasks.data?.items ?? [];
  return (
    <aside className="side" aria-labelledby="side-tasks">
      <section className="card pad">
        <h2 id="side-tasks">{t('tab.nav.tasks')}</h2>
        {tasks.data && items.length === 0 && <p>{t('tab.tasks.none')}</p>}
        <ul className="plain">
          {items.slice(0, 4).map((task) => (
            <li key={task.id} className="task">
              <Link href={taskHref(task)}>{text(task.title)}</Link>
              {task.due && <span className="quiet"> {t('tab.tasks.due', { at: short(task.due) })}</span>}
            </li>
          ))}
        </ul>
        {items.length > 4 && <Link href="/tasks">{t('tab.tasks.all', { count: items.length })}</Link>}
      </section>
    </aside>
  );
}

/** The form is fetched when somebody asks for it; those who may not start a revision read why. */
function Start({ me }: { me: MeView }) {
  const { t, text } = useWords();
  const [open, setOpen] = useState(false);
  const entry = me.allowed.find((one) => one.act === 'startRevision');
  if (entry && !entry.ok && entry.refusal)
    return (
      <p className="quiet">
        {t('tab.notYours', { what: t('tab.start') })} {text(entry.refusal.message)}
      </p>
    );
  if (!open) return <Button onClick={() => setOpen(true)}>{t('tab.start')}</Button>;
  return (
    <Suspense fallback={<Wait />}>
      <StartRevision me={me} close={() => setOpen(false)} />
    </Suspense>
  );
}

/** Arbejdsgrupper: where every revision stands, for everybody. */
export function Status() {
  const { t } = useWords();
  const query = useView('revisions');
  const me = useMe().data;
  return (
    <>
      <PageTitle title={t('tab.nav.status')}>
        <p className="quiet">{t('partnership')}</p>
      </PageTitle>
      <div className="columns">
        <div>
          <Load query={query}>{(page) => <Rows rows={page.items} />}</Load>
          {me && <Start me={me} />}
        </div>
        <Side />
      </div>
    </>
  );
}
