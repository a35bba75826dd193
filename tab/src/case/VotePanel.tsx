import type { RevisionView } from '../../../bot/views/shapes/revision.ts';
import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { Actions, type Action } from '../parts/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { Meter } from '../parts/Meter.tsx';
import { useMe, useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { Ballot } from './Ballot.tsx';
import { Deliveries } from './Deliveries.tsx';
import { Result } from './Result.tsx';
import { Turnout } from './Turnout.tsx';

function Facts({ vote }: { vote: VoteView }) {
  const { t, long } = useWords();
  const facts: [string, string][] = [
    [t('tab.vote.meeting'), vote.meeting.title],
    [t('tab.vote.openedAt'), long(vote.openedAt)],
    ...(vote.closedAt ? [[t('tab.vote.closedAt'), long(vote.closedAt)] as [string, string]] : []),
    ...(vote.reason ? [[t('tab.reason'), vote.reason] as [string, string]] : []),
  ];
  return (
    <dl className="facts stacked">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t('tab.version.hash')}</dt>
        <dd>
          <code className="hash">{vote.versionHash}</code>
        </dd>
      </div>
    </dl>
  );
}

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

function useActions(vote: VoteView): Action[] {
  const { t } = useWords();
  const input = { voteId: vote.id };
  const close: Action = {
    act: 'closeVote',
    label: t('tab.vote.close'),
    input,
    done: t('tab.vote.closed'),
    form: { fields: [], intro: t('tab.vote.closeIntro', { cast: vote.cast, entitled: vote.entitled }) },
  };
  const tie: Action = {
    act: 'decideTie',
    label: t('tab.vote.tie'),
    input,
    done: t('tab.vote.tieDecided'),
    form: {
      intro: t('tab.vote.tieIntro'),
      fields: [
        {
          name: 'carried',
          label: t('tab.vote.tieChoice'),
          kind: 'radio',
          required: true,
          options: [
            { value: 'yes', label: t('tab.row.carried') },
            { value: 'no', label: t('tab.row.notCarried') },
          ],
          parse: (value) => value === 'yes',
        },
      ],
    },
  };
  if (vote.state === 'open') return [close];
  return vote.outcome === 'tied' && vote.carried === null ? [tie] : [];
}

function Panel({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  const secretariat = useMe().data?.secretariat ?? false;
  const actions = useActions(vote);
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
      {vote.state === 'open' && <Ballot vote={vote} />}
      {vote.state === 'closed' && <Result vote={vote} />}
      <Actions lists={[vote.allowed]} actions={actions} />
      <Facts vote={vote} />
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
