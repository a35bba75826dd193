import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { Meter } from '../parts/Meter.tsx';
import { useWords } from '../frame/words.ts';
import { ResultByOrganisation, Statements } from './ResultByOrganisation.tsx';

const choices = ['for', 'against', 'abstain', 'recused'] as const;

function Tally({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  if (!vote.tally) return null;
  const { tally } = vote;
  return (
    <dl className="tally">
      {choices.map((choice) => (
        <div key={choice}>
          <dt>{t(`choice.${choice}`)}</dt>
          <dd>
            <b>{tally[choice]}</b> <Meter parts={[tally[choice]]} of={vote.entitled} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Quorum({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  if (vote.present === null || !vote.presenceCounts) return null;
  const needed = vote.quorumNeeded ?? 0;
  return (
    <p className="quiet">
      {t('tab.vote.present', { present: vote.present, entitled: vote.entitled })}{' '}
      {needed > 0 && t('tab.vote.quorum', { count: needed })}
    </p>
  );
}

/** The result with its arithmetic: everybody can count it again. */
export function Result({ vote }: { vote: VoteView }) {
  const { t, text } = useWords();
  const good = vote.carried === true;
  return (
    <section className="result" aria-labelledby={`result-${vote.id}`}>
      <h3 id={`result-${vote.id}`}>
        {vote.rehearsal && <span className="tag rehearsal">{t('tab.vote.rehearsal')}</span>}{' '}
        {t('tab.vote.result')}
      </h3>
      <p className={`big note block ${good ? 'ok' : vote.carried === null ? 'warn' : 'bad'}`} role="status">
        <b>{vote.outcome ? t(`tab.outcome.${vote.outcome}`) : t('tab.row.voteUndecided')}</b>
      </p>
      {vote.arithmetic && <p className="arithmetic">{text(vote.arithmetic)}</p>}
      <Tally vote={vote} />
      <Quorum vote={vote} />
      <ResultByOrganisation vote={vote} />
      <Statements vote={vote} />
    </section>
  );
}
