import { Suspense } from 'react';
import { Link, Route, Switch } from 'wouter';
import { Status } from './overview/statusPage.tsx';
import { PageTitle, Wait } from './parts/Load.tsx';
import { later, useWords } from './frame/words.ts';

const Case = later(() => import('./case/casePage.tsx'));
const Tasks = later(() => import('./overview/tasksPage.tsx'));
const Meetings = later(() => import('./meeting/meetingsPage.tsx'));
const OneMeeting = later(() => import('./meeting/meetingPage.tsx'));
const Scheduling = later(() => import('./scheduling/schedulingPage.tsx'));
const Members = later(() => import('./people/membersPage.tsx'));
const Rules = later(() => import('./vote/rulesPage.tsx'));
const Configure = later(() => import('./reach/configurePage.tsx'));
const Setup = later(() => import('./reach/setupPage.tsx'));

function NotFound() {
  const { t } = useWords();
  return (
    <PageTitle title={t('tab.notFound')}>
      <Link href="/">{t('tab.nav.status')}</Link>
    </PageTitle>
  );
}

/** Every address of the tab. The first page is there at once, the others are fetched when they are gone to. */
export function Pages() {
  return (
    <Suspense fallback={<Wait />}>
      <Switch>
        <Route path="/" component={Status} />
        <Route path="/revision/:id/:part?">
          {({ id, part }) => <Case key={id} id={id} part={part ?? ''} />}
        </Route>
        <Route path="/tasks" component={Tasks} />
        <Route path="/meetings" component={Meetings} />
        <Route path="/meeting/:id">{({ id }) => <OneMeeting key={id} id={id} />}</Route>
        <Route path="/scheduling/:id">{({ id }) => <Scheduling key={id} id={id} />}</Route>
        <Route path="/members" component={Members} />
        <Route path="/rules" component={Rules} />
        <Route path="/configure" component={Configure} />
        <Route path="/setup" component={Setup} />
        <Route component={NotFound} />
      </Switch>
    </Suspense>
  );
}
