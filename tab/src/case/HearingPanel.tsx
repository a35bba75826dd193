import { useState } from 'react';
import { Link } from 'wouter';
import type { HearingView } from '../../../bot/views/shapes/hearing.ts';
import type { RevisionView } from '../../../bot/views/shapes/revision.ts';
import { Actions } from '../parts/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { Meter } from '../parts/Meter.tsx';
import { useMe, useNow, useRefreshAt, useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { Answers } from './Answers.tsx';
import { Deliveries } from './Deliveries.tsx';
import { ClauseList } from './Documents.tsx';
import { useDeadlineActs, useMailActs } from './hearingActs.ts';
import { MyAnswer } from './MyAnswer.tsx';

function Facts({ hearing }: { hearing: HearingView }) {
  const { t, long, away } = useWords();
  const now = useNow();
  return (
    <dl className="facts stacked">
      <div>
        <dt>{t('tab.hearing.deadline')}</dt>
        <dd>
          <strong>{long(hearing.deadline)}</strong> · {away(hearing.deadline, now)}
        </dd>
      </div>
      {hearing.originalDeadline && (
        <div>
          <dt>{t('tab.hearing.first')}</dt>
          <dd>{long(hearing.originalDeadline)}</dd>
        </div>
      )}
      <div>
        <dt>{t('tab.hearing.openedAt')}</dt>
        <dd>
          {long(hearing.opensAt)} · {t('tab.hearing.days', { count: hearing.days })}
        </dd>
      </div>
      {hearing.reason && (
        <div>
          <dt>{t('tab.reason')}</dt>
          <dd>{hearing.reason}</dd>
        </div>
      )}
      <div>
        <dt>{t('tab.row.answers')}</dt>
        <dd>
          <Meter parts={[hearing.answered]} of={hearing.heard} />
          <span role="status">
            {t('tab.row.answered', { answered: hearing.answered, heard: hearing.heard })}
          </span>
        </dd>
      </div>
    </dl>
  );
}

/** A hearing's documents, folded away until somebody reads them. */
function Papers({ hearing }: { hearing: HearingView }) {
  const { t } = useWords();
  const [read, setRead] = useState(false);
  return (
    <>
      <details open={!hearing.mine}>
        <summary>{t('tab.hearing.letter')}</summary>
        <p className="legal">{hearing.letter}</p>
      </details>
      <details onToggle={(event) => setRead(event.currentTarget.open)}>
        <summary>
          {t('tab.version.name', { number: hearing.version.number, title: hearing.version.title })}
        </summary>
        {read && <ClauseList clauses={hearing.version.clauses} />}
      </details>
    </>
  );
}

function Panel({ hearing, revision }: { hearing: HearingView; revision: RevisionView }) {
  const { t } = useWords();
  const secretariat = useMe().data?.secretariat ?? false;
  const organisations = hearing.answers.map((one) => ({
    value: one.organisationId,
    label: one.organisationName,
  }));
  const actions = [...useDeadlineActs(hearing), ...useMailActs(hearing, organisations)];
  useRefreshAt(hearing.deadline);
  // What came by mail is typed in by the secretariat; members have their own buttons above.
  const acts = secretariat ? actions : actions.filter((action) => !action.ask);
  return (
    <section className="card pad" aria-labelledby={`hearing-${hearing.id}`}>
      <h2 id={`hearing-${hearing.id}`}>
        {t(`hearingKind.${hearing.kind}`)} {hearing.ref}{' '}
        <span className={`tag ${hearing.state}`}>{t(`hearingState.${hearing.state}`)}</span>
      </h2>
      <Facts hearing={hearing} />
      <Papers hearing={hearing} />
      {hearing.mine && <MyAnswer hearing={hearing} mine={hearing.mine} />}
      <Answers hearing={hearing} />
      {(!hearing.sealed || secretariat) && (
        <p>
          <Link href={`/revision/${revision.id}/comments?hearing=${hearing.id}`}>
            {t('tab.hearing.toComments')}
          </Link>
        </p>
      )}
      <h3>{t('tab.hearing.acts')}</h3>
      <Actions lists={[hearing.allowed]} actions={acts} />
      {secretariat && <Deliveries of={{ hearingId: hearing.id }} />}
    </section>
  );
}

export function HearingPanel({ id, revision }: { id: string; revision: RevisionView }) {
  const query = useView('hearing', { id });
  return <Load query={query}>{(hearing) => <Panel hearing={hearing} revision={revision} />}</Load>;
}
export default HearingPanel;
