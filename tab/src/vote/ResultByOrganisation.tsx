import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { useWords } from '../frame/words.ts';

type Ballot = VoteView['ballots'][number];
/** One order for every list of a result, which is the card's too. */
const byName = (a: Ballot, b: Ballot): number => a.organisationName.localeCompare(b.organisationName, 'da');

/** How each organisation voted, in alphabetical order. */
export function ResultByOrganisation({ vote }: { vote: VoteView }) {
  const { t, short } = useWords();
  const ballots = vote.ballots.toSorted(byName);
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
                {ballot.representativeRecused && `${t('by.recused')}, `}
                {t(`means.${ballot.means}`)}, {short(ballot.castAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What those against want kept with the decision. */
export function Statements({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  const stated = vote.ballots.filter((ballot) => ballot.statement).toSorted(byName);
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
