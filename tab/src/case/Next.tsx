import { Link } from 'wouter';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { Findings } from '../parts/form/Refusal.tsx';
import { taskHref } from '../overview/taskHref.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** What must happen next and who does it, what is in the way, and the reader's own part in it. */
export function Next({ revision }: { revision: RevisionView }) {
  const { t, text, short } = useWords();
  const tasks = useView('tasks');
  const mine = tasks.data?.items.filter((task) => task.revisionId === revision.id) ?? [];
  return (
    <section className="card pad nextbox" aria-labelledby="next-title">
      <h2 id="next-title">{t('tab.case.next')}</h2>
      <p className="what">{text(revision.next.what)}</p>
      <p>
        {t('tab.case.who')} <b>{text(revision.next.who)}</b>
      </p>
      <Findings unmet={revision.blocking} />
      {mine.length > 0 && (
        <>
          <h3>{t('tab.case.awaitsYou')}</h3>
          <ul className="plain">
            {mine.map((task) => (
              <li key={task.id}>
                <Link href={taskHref(task)}>{text(task.title)}</Link>
                {task.due && <span className="quiet"> {t('tab.tasks.due', { at: short(task.due) })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
