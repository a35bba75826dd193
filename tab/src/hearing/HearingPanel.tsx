import { Link } from 'wouter';
import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { useRefreshAt } from '../frame/clock.ts';
import { useMe, useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { Answers } from './Answers.tsx';
import { Deliveries } from '../reach/Deliveries.tsx';
import { useDeadlineActs } from './hearingActs.ts';
import { HearingFacts } from './HearingFacts.tsx';
import { HearingPapers } from './HearingPapers.tsx';
import { useMailActs } from './mailActs.ts';
import { MyAnswer } from './MyAnswer.tsx';

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
      <HearingFacts hearing={hearing} />
      <HearingPapers hearing={hearing} />
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
