import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { Meter } from '../parts/Meter.tsx';
import { useMe, useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { Ballot } from './Ballot.tsx';
import { Deliveries } from '../reach/Deliveries.tsx';
import { Result } from './Result.tsx';
import { Turnout } from './Turnout.tsx';
import { useVoteActs } from './voteActs.ts';
import { VoteFacts } from './VoteFacts.tsx';

/** What is voted on and by which rule: read before the ballot, not after. */
function Matter({ vote }: { vote: VoteView }) {
  const { t, text } = useWords();
  return (
    <>
      <p>
        {t('tab.version.name', { number: vote.version.number, title: vote.version.title })} ·{' '}
        {vote.meeting.title}
      </p>
      <p className="quiet legal">{text(vote.ruleText)}</p>
    </>
  );
}

function Panel({ vote }: { vote: VoteView }) {
  const { t, long } = useWords();
  const secretariat = useMe().data?.secretariat ?? false;
  const actions = useVoteActs(vote);
  return (
    <section className="card pad" aria-labelledby={`vote-${vote.id}`}>
      <h2 id={`vote-${vote.id}`}>
        {vote.rehearsal && <span className="tag rehearsal">{t('tab.vote.rehearsal')}</span>} {vote.motion}{' '}
        <span className={`tag ${vote.state}`}>{t(`hearingState.${vote.state}`)}</span>
      </h2>
      {vote.rehearsal && <p className="note warn">{t('tab.vote.rehearsalNote')}</p>}
      <Matter vote={vote} />
      {vote.state === 'open' && (
        <p className="big" role="status">
          <Meter parts={[vote.cast]} of={vote.entitled} />
          {t('tab.vote.count', { cast: vote.cast, entitled: vote.entitled })}
        </p>
      )}
      {vote.meetingOverAt && (
        <p className="note warn">
          {t('tab.vote.meetingOver', { time: long(vote.meetingOverAt) })}{' '}
          {vote.countsUntil && t('vote.whoMayStill', { until: long(vote.countsUntil) })}
        </p>
      )}
      <Ballot vote={vote} />
      {vote.state === 'closed' && <Result vote={vote} />}
      <Actions lists={[vote.allowed]} actions={actions} />
      <VoteFacts vote={vote} />
      {vote.turnout.length > 0 && <Turnout vote={vote} />}
      {secretariat && !vote.rehearsal && <Deliveries of={{ voteId: vote.id }} />}
    </section>
  );
}

export function VotePanel({ id }: { id: string; revision?: RevisionView }) {
  const query = useView('vote', { id });
  return <Load query={query}>{(vote) => <Panel vote={vote} />}</Load>;
}
export default VotePanel;
