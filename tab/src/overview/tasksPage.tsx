import { Link } from 'wouter';
import { Load, PageTitle } from '../parts/Load.tsx';
import { taskHref } from './taskHref.ts';
import { useNow } from '../frame/clock.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** What awaits the reader, the nearest deadline first. */
export default function Tasks() {
  const { t, text, long, away } = useWords();
  const now = useNow(60_000);
  const query = useView('tasks');
  const due = (at: string | null) => (at ? Date.parse(at) : Infinity);
  return (
    <>
      <PageTitle title={t('tab.nav.tasks')} />
      <Load query={query}>
        {({ items }) => (
          <section className="card" aria-label={t('tab.nav.tasks')}>
            {items.length === 0 && <p className="pad">{t('tab.tasks.none')}</p>}
            <ul className="plain">
              {items
                .toSorted((a, b) => due(a.due) - due(b.due) || 0)
                .map((task) => (
                  <li key={task.id} className="task pad">
                    <Link href={taskHref(task)}>{text(task.title)}</Link>
                    {task.due && (
                      <p className="quiet">
                        {t('tab.tasks.due', { at: long(task.due) })} · {away(task.due, now)}
                      </p>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        )}
      </Load>
    </>
  );
}
