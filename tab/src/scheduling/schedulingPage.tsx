import '../styles/case.css';
import { Link } from 'wouter';
import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import { Deliveries } from '../reach/Deliveries.tsx';
import { Asked } from './Asked.tsx';
import { OwnTimes } from './OwnTimes.tsx';
import { SearchState } from './SearchState.tsx';
import { Times } from './Times.tsx';
import { TimesByPerson } from './TimesByPerson.tsx';
import { useSearchActs } from './searchActs.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useMe, useViewWhile } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** The secretariat's side: how good each time is, who stands in the way, and what can be done. */
function Searching({ search }: { search: SchedulingView }) {
  const actions = useSearchActs(search);
  const open = search.state === 'proposed' || search.state === 'polling';
  return (
    <>
      <Actions lists={[search.allowed]} actions={actions} />
      {open && <Times search={search} />}
      {open && <TimesByPerson search={search} />}
      <Asked search={search} />
      {search.openedAt && <Deliveries of={{ schedulingId: search.id }} />}
    </>
  );
}

/** A meeting whose time is being found: what whoever reads it has to do with it. */
export default function Scheduling({ id }: { id: string }) {
  const { t } = useWords();
  const secretariat = useMe().data?.secretariat ?? false;
  const query = useViewWhile('scheduling', { id }, ({ state }) => state === 'reading');
  return (
    <Load query={query}>
      {(search) => (
        <>
          <PageTitle title={search.title}>
            <Link href="/meetings" className="back">
              {t('tab.nav.meetings')}
            </Link>
          </PageTitle>
          <SearchState search={search} />
          {search.mine && <OwnTimes search={search} />}
          {secretariat && <Searching search={search} />}
        </>
      )}
    </Load>
  );
}
