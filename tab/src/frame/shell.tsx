import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { Announcer } from '../parts/Announce.tsx';
import type { Refused } from './refused.ts';
import { PageTitle } from '../parts/Load.tsx';
import { Missed } from '../parts/Missed.tsx';
import { Navigation } from '../parts/Navigation.tsx';
import { Pages } from '../routes.tsx';
import { useMe } from './queries.ts';
import { useFailing } from './reach.ts';
import { RefusalNote } from '../parts/form/Refusal.tsx';
import { failed, ready } from './teams.ts';
import { useLine } from './useLine.ts';
import { useWords } from './words.ts';

const turnsAway = ({ status, refusal }: Refused): boolean =>
  refusal.code === 'signIn' || (status >= 400 && status < 500);

/** A person whom the server does not know sees why, and nothing else. */
function Gatekeeper() {
  const { t, text } = useWords();
  const me = useMe();
  const line = useLine();
  const configuring = useLocation()[0] === '/configure';
  const failing = useFailing();
  // Whoever was here and has been ended is one as well: what the page still holds is not theirs any more.
  const turned = me.error && (me.data === undefined ? turnsAway(me.error) : me.error.status === 403);
  const stranger = turned ? me.error.refusal : null;
  // The server answered, and nothing is shown that could be old.
  const broken = !stranger && (failing || line === 'broken');
  useEffect(() => {
    if (stranger?.code === 'signIn') failed(text(stranger.message));
    else if (stranger) ready();
  }, [stranger, text]);
  return (
    <>
      <a className="skip" href="#main" onClick={() => document.getElementById('main')?.focus()}>
        {t('tab.skip')}
      </a>
      {!stranger && !configuring && <Navigation />}
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
          <>
            <Missed />
            <Pages />
          </>
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
