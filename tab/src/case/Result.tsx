import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { Meter } from '../parts/Meter.tsx';
import { useWords } from '../words.ts';

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
  if (vote.present === null) return null;
  const needed = vote.quorumNeeded ?? 0;
  return (
    <p className="quiet">
      {t('tab.vote.present', { present: vote.present, entitled: vote.entitled })}{' '}
      {needed > 0 && t('tab.vote.quorum', { count: needed })}
    </p>
  );
}

function ByOrganisation({ vote }: { vote: VoteView }) {
  const { t, short } = useWords();
  const ballots = vote.ballots.toSorted((a, b) => a.organisationName.localeCompare(b.organisationName, 'da'));
  if (ballots.length === 0) return null;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('tab.vote.byOrganisation')}>
      <table>
        <caption>{t('tab.vote.byOrganisation')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tab.organisation')}</th>
            <th scope="col">{t('tab.vote.ballot')}</th>
            <th scope="col">{t('tab.vote.how')}</th>
          </tr>
        </thead>
        <tbody>
          {ballots.map((ballot) => (
            <tr key={ballot.organisationId}>
              <th scope="row">{ballot.organisationName}</th>
              <td>{t(`choice.${ballot.choice}`)}</td>
              <td>
                {ballot.by !== 'secretariat' && `${t(`by.${ballot.by}`)}, `}
                {t(`means.${ballot.means}`)}, {short(ballot.castAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Statements({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  const stated = vote.ballots.filter((ballot) => ballot.statement);
  if (stated.length === 0) return null;
  return (
    <>
      <h3>{t('tab.vote.statements')}</h3>
      {stated.map((ballot) => (
        <blockquote key={ballot.organisationId}>
          <p className="legal">{ballot.statement}</p>
          <p className="quiet">{ballot.organisationName}</p>
        </blockquote>
      ))}
    </>
  );
}

/** The result with its arithmetic: everybody can count it again. */
export function Result({ vote }: { vote: VoteView }) {
  const { t, text } = useWords();
  const good = vote.carried === true;
  return (
    <section className="result" aria-labelledby={`result-${vote.id}`}>
      <h3 id={`result-${vote.id}`}>{t('tab.vote.result')}</h3>
      <p className={`big note block ${good ? 'ok' : vote.carried === null ? 'warn' : 'bad'}`} role="status">
        <b>{vote.outcome ? t(`tab.outcome.${vote.outcome}`) : t('tab.row.voteUndecided')}</b>
      </p>
      {vote.arithmetic && <p className="arithmetic">{text(vote.arithmetic)}</p>}
      <Tally vote={vote} />
      <Quorum vote={vote} />
      <ByOrganisation vote={vote} />
      <Statements vote={vote} />
    </section>
  );
}
