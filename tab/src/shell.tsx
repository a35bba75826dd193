import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Route, Switch, useLocation } from 'wouter';
import { Announcer } from './parts/Announce.tsx';
import type { Refused } from './api.ts';
import { PageTitle, Wait } from './parts/Load.tsx';
import { Status } from './pages/status.tsx';
import { client, useFailing, useMe, useView } from './queries.ts';
import { keepLive, type Link as Line } from './live.ts';
import { RefusalNote } from './parts/Refusal.tsx';
import { failed, ready } from './teams.ts';
import { useWords, type Key } from './words.ts';

const Case = lazy(() => import('./pages/case.tsx'));
const Tasks = lazy(() => import('./pages/tasks.tsx'));
const Meetings = lazy(() => import('./pages/meetings.tsx'));
const Members = lazy(() => import('./pages/members.tsx'));
const Rules = lazy(() => import('./pages/rules.tsx'));

const links: [path: string, key: Key][] = [
  ['/', 'tab.nav.status'],
  ['/tasks', 'tab.nav.tasks'],
  ['/meetings', 'tab.nav.meetings'],
  ['/members', 'tab.nav.members'],
  ['/rules', 'tab.nav.rules'],
];

function useLine(): Line {
  const [line, setLine] = useState<Line>('connecting');
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    // Many ballots a second are one fetch of what is on screen.
    const changed = () => {
      due ??= setTimeout(() => {
        due = undefined;
        void client.invalidateQueries();
      }, 300);
    };
    const stop = keepLive(changed, setLine);
    return () => {
      stop();
      clearTimeout(due);
    };
  }, []);
  return line;
}

function Navigation() {
  const { t } = useWords();
  const [path] = useLocation();
  const tasks = useView('tasks');
  const count = tasks.data?.items.length ?? 0;
  return (
    <nav aria-label={t('tab.nav.label')}>
      <ul className="nav">
        {links.map(([to, key]) => (
          <li key={to}>
            <Link
              href={to}
              aria-current={path === to || (to === '/' && path.startsWith('/revision')) ? 'page' : undefined}
            >
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

function NotFound() {
  const { t } = useWords();
  return (
    <PageTitle title={t('tab.notFound')}>
      <Link href="/">{t('tab.nav.status')}</Link>
    </PageTitle>
  );
}

function Pages() {
  return (
    <Suspense fallback={<Wait />}>
      <Switch>
        <Route path="/" component={Status} />
        <Route path="/revision/:id/:part?">
          {({ id, part }) => <Case key={id} id={id} part={part ?? ''} />}
        </Route>
        <Route path="/tasks" component={Tasks} />
        <Route path="/meetings" component={Meetings} />
        <Route path="/members" component={Members} />
        <Route path="/rules" component={Rules} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}

const turnsAway = ({ status, refusal }: Refused): boolean =>
  refusal.code === 'signIn' || (status >= 400 && status < 500);

/** A person whom the server does not know sees why, and nothing else. */
function Gatekeeper() {
  const { t, text } = useWords();
  const me = useMe();
  const line = useLine();
  const broken = useFailing() || line === 'broken';
  const known = me.data !== undefined || !me.error;
  const stranger = !known && turnsAway(me.error) ? me.error.refusal : null;
  useEffect(() => {
    if (stranger?.code === 'signIn') failed(text(stranger.message));
    else if (stranger) ready();
  }, [stranger, text]);
  return (
    <>
      <a className="skip" href="#main" onClick={() => document.getElementById('main')?.focus()}>
        {t('tab.skip')}
      </a>
      {!stranger && <Navigation />}
      <div className="line" role="status">
        {broken && <span>{t('tab.offline.line')}</span>}
      </div>
      <main id="main" tabIndex={-1}>
        {stranger ? (
          <>
            <PageTitle title={t('partnership')} />
            <RefusalNote refusal={stranger} seen />
          </>
        ) : (
          <Pages />
        )}
      </main>
    </>
  );
}

export const Shell = () => (
  <Announcer>
    <Gatekeeper />
  </Announcer>
);
