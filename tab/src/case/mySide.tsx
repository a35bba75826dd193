import { Link } from 'wouter';
import { taskHref } from '../overview/taskHref.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** The first few of what awaits the reader, beside the list. */
export function MySide() {
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
