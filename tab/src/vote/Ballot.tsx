import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { notTheirs } from '../parts/form/gate.ts';
import { RefusalNote } from '../parts/form/Refusal.tsx';
import { useAllowedMany } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { BallotChoices } from './BallotChoices.tsx';
import { Statement } from './Statement.tsx';
import { useBallot } from './useBallot.ts';

type Mine = NonNullable<VoteView['mine']>;

function Recorded({ vote, mine, may }: { vote: VoteView; mine: Mine; may: boolean }) {
  const { t, short, long } = useWords();
  const { ballot } = mine;
  if (!ballot) return <p role="status">{t('tab.ballot.none', { organisation: mine.organisationName })}</p>;
  return (
    <div className="note neutral block" role="status">
      {t('tab.ballot.recorded', {
        organisation: mine.organisationName,
        choice: t(`choice.${ballot.choice}`),
        at: short(ballot.castAt),
        by: t(`by.${ballot.by}`),
        means: t(`means.${ballot.means}`),
      })}{' '}
      {may &&
        (vote.countsUntil
          ? t('tab.ballot.canChangeUntil', { time: long(vote.countsUntil) })
          : t('tab.ballot.canChange'))}
      {ballot.statement && <p>{t('tab.ballot.statementIs', { text: ballot.statement })}</p>}
    </div>
  );
}

export function Ballot({ vote }: { vote: VoteView }) {
  const { t, text } = useWords();
  const { mine } = vote;
  const ballot = useBallot(vote);
  const wanted = mine ? [{ act: 'castBallot' as const, input: { voteId: vote.id } }] : [];
  const entry = useAllowedMany(wanted, [vote.allowed])[0];
  if (!mine) return null;
  const open = vote.state === 'open';
  // After the end there is nothing here but what somebody wrote or pressed too late.
  if (!open && !ballot.statement.unsaved && !ballot.refusal) return null;
  const why = mine.why ?? (entry && !entry.ok ? entry.refusal?.message : null);
  const against = mine.ballot?.choice === 'against';
  return (
    <section className="mine" aria-labelledby={`ballot-${vote.id}`}>
      <h3 id={`ballot-${vote.id}`}>{t('tab.ballot.mine', { organisation: mine.organisationName })}</h3>
      <Recorded vote={vote} mine={mine} may={!why} />
      {why && (
        <p className="note warn block" id={`why-${vote.id}`}>
          {text(why)}
        </p>
      )}
      {open && !(why && (mine.seat === null || notTheirs(entry))) && (
        <BallotChoices vote={vote} mine={mine} ballot={ballot} stopped={Boolean(why)} />
      )}
      <Statement
        ballot={ballot}
        // What is said in a rehearsal is thrown away: there is nothing to keep.
        may={open && !why && against && !vote.rehearsal}
        why={why || against ? undefined : t('tab.ballot.statementWaits')}
      />
      <RefusalNote refusal={ballot.refusal} />
    </section>
  );
}
