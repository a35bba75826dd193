import { Link } from 'wouter';
import type { HearingSummary, RevisionView, VoteSummary } from '../../../bot/views/case/shapes.ts';
import { outcomeOf } from '../parts/form/outcome.ts';
import { useWords } from '../frame/words.ts';

function HearingLine({ hearing, revisionId }: { hearing: HearingSummary; revisionId: string }) {
  const { t, short } = useWords();
  return (
    <li>
      <Link href={`/revision/${revisionId}/hearing?hearing=${hearing.id}`}>
        {t(`hearingKind.${hearing.kind}`)} {hearing.ref}
      </Link>{' '}
      {t(`hearingState.${hearing.state}`).toLocaleLowerCase()} ·{' '}
      {t('tab.hearing.deadlineAt', { at: short(hearing.deadline) })} ·{' '}
      {t(hearing.answeredAsOf ? 'tab.row.answeredAsOf' : 'tab.row.answered', {
        answered: hearing.answered,
        heard: hearing.heard,
      })}
    </li>
  );
}

function VoteLine({ vote, revisionId }: { vote: VoteSummary; revisionId: string }) {
  const { t, short } = useWords();
  return (
    <li>
      <Link href={`/revision/${revisionId}/vote`}>
        {vote.rehearsal && `${t('tab.vote.rehearsal')}: `}
        {vote.motion}
      </Link>{' '}
      {vote.meetingTitle}, {short(vote.closedAt ?? vote.openedAt)} ·{' '}
      {vote.state === 'open'
        ? t('tab.row.cast', { cast: vote.cast, entitled: vote.entitled })
        : t(outcomeOf(vote))}
    </li>
  );
}

/** What has happened in the case: its newest document, its hearings, its votes. */
export function SoFar({ revision }: { revision: RevisionView }) {
  const { t, date } = useWords();
  const newest = revision.versions.toSorted((a, b) => b.number - a.number)[0];
  return (
    <section className="card pad" aria-labelledby="so-far">
      <h2 id="so-far">{t('tab.case.soFar')}</h2>
      <ul className="plain lines">
        {newest && (
          <li>
            <Link href={`/revision/${revision.id}/documents`}>
              {t('tab.version.name', { number: newest.number, title: newest.title })}
            </Link>{' '}
            {t(`versionKind.${newest.kind}`)}, {date(newest.createdAt)} ·{' '}
            {t('tab.version.clauses', { count: newest.clauses.length })}
          </li>
        )}
        {revision.hearings.map((one) => (
          <HearingLine key={one.id} hearing={one} revisionId={revision.id} />
        ))}
        {revision.votes.map((one) => (
          <VoteLine key={one.id} vote={one} revisionId={revision.id} />
        ))}
        <li>{t('tab.case.started', { at: date(revision.createdAt) })}</li>
      </ul>
    </section>
  );
}
