import { Link } from 'wouter';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** Meetings whose time is being found, for whoever is asked or asks. */
export function Searches() {
  const { t, long } = useWords();
  const items = useView('schedulings').data?.items ?? [];
  const open = items.filter(({ state }) => state !== 'settled' && state !== 'dropped');
  if (open.length === 0) return null;
  return (
    <section className="card pad" aria-labelledby="searches">
      <h2 id="searches">{t('tab.time.searches')}</h2>
      <ul className="plain">
        {open.map(({ id, title, state, respondBy }) => (
          <li key={id} className="meeting-row">
            <h3>
              <Link href={`/scheduling/${id}`}>{title}</Link>
            </h3>
            <p className="quiet">
              {t(`tab.time.state.${state}`)}
              {state === 'polling' && respondBy && ` · ${t('tab.tasks.due', { at: long(respondBy) })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
