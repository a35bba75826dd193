import '../styles/case.css';
import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useWatched } from '../frame/queries.ts';
import { Calls } from './Calls.tsx';
import { Guard, Verified } from './Guard.tsx';
import { Heads } from './Heads.tsx';
import { Scan } from './Scan.tsx';
import { Source } from './Source.tsx';
import { Subscriptions } from './Subscriptions.tsx';
import { useSyncActs } from './syncActs.ts';
import { useWords } from '../frame/words.ts';

/** Who is read from where, each source by itself, and the buttons that read all of them. */
function Directory({ view }: { view: ConnectionsView }) {
  const { t } = useWords();
  const actions = useSyncActs();
  return (
    <section aria-labelledby="directory">
      <div className="card pad">
        <h2 id="directory">{t('tab.setup.directory')}</h2>
        {view.configured ? (
          <Actions lists={[view.allowed]} actions={actions} />
        ) : (
          <>
            <p>{t('tab.setup.unconfigured')}</p>
            <p>{t('tab.setup.configure')}</p>
          </>
        )}
      </div>
      {view.sources.map((source) => (
        <Source key={source.source} source={source} allowed={view.allowed} />
      ))}
    </section>
  );
}

/** How the app stands with Microsoft 365. What is read there comes a moment after the press, and is no event of a case. */
export default function Setup() {
  const { t } = useWords();
  const query = useWatched('connections', 3_000);
  return (
    <>
      <PageTitle title={t('tab.nav.setup')} />
      <Load query={query}>
        {(view) => (
          <>
            <Directory view={view} />
            {view.configured && <Subscriptions view={view} />}
            <Scan scan={view.malwareScan} />
            <Guard guard={view.trailGuard} />
            <Heads heads={view.trailHeads} />
            <Verified seen={view.trailVerification} />
            <Calls calls={view.calls} allowed={view.allowed} />
          </>
        )}
      </Load>
    </>
  );
}
