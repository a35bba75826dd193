import { Link, useLocation } from 'wouter';
import { useMe, useView } from '../frame/queries.ts';
import { useWords, type Key } from '../frame/words.ts';

const links: [path: string, key: Key][] = [
  ['/', 'tab.nav.status'],
  ['/tasks', 'tab.nav.tasks'],
  ['/meetings', 'tab.nav.meetings'],
  ['/members', 'tab.nav.members'],
  ['/rules', 'tab.nav.rules'],
];
/** The server answers nobody else at this address. */
const forSecretariat: typeof links = [['/setup', 'tab.nav.setup']];

/** Pages that are gone to from another are part of it. */
const within: Record<string, string[]> = { '/': ['/revision/'], '/meetings': ['/meeting/', '/scheduling/'] };
const isOn = (to: string, path: string): boolean =>
  path === to || (within[to] ?? []).some((start) => path.startsWith(start));

/** The pages, and how much awaits the reader. */
export function Navigation() {
  const { t } = useWords();
  const [path] = useLocation();
  const secretariat = useMe().data?.secretariat ?? false;
  const tasks = useView('tasks');
  const count = tasks.data?.items.length ?? 0;
  return (
    <nav aria-label={t('tab.nav.label')}>
      <ul className="nav">
        {[...links, ...(secretariat ? forSecretariat : [])].map(([to, key]) => (
          <li key={to}>
            <Link href={to} aria-current={isOn(to, path) ? 'page' : undefined}>
              {t(key)}
              {to === '/tasks' && count > 0 && (
                <span className="count" aria-label={t('tab.nav.tasksCount', { count })}>
                  {count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
