import { lazy } from 'react';
import { Link } from 'wouter';
import type { HearingSummary, RevisionView, VoteSummary } from '../../../bot/views/shapes/revision.ts';
import { useMe, useNow } from '../queries.ts';
import { useWords } from '../words.ts';

const HearingPanel = lazy(() => import('./HearingPanel.tsx'));
const VotePanel = lazy(() => import('./VotePanel.tsx'));

function HearingLine({ hearing, revisionId }: { hearing: HearingSummary; revisionId: string }) {
  const { t, short } = useWords();
  return (
    <li>
      <Link href={`/revision/${revisionId}/hearing?hearing=${hearing.id}`}>
        {t(`hearingKind.${hearing.kind}`)} {hearing.ref}
      </Link>{' '}
      {t(`hearingState.${hearing.state}`).toLocaleLowerCase()} ·{' '}
      {t('tab.hearing.deadlineAt', { at: short(hearing.deadline) })} ·{' '}
      {t('tab.row.answered', { answered: hearing.answered, heard: hearing.heard })}
    </li>
  );
}

function VoteLine({ vote, revisionId }: { vote: VoteSummary; revisionId: string }) {
  const { t, short } = useWords();
  const outcome =
    vote.carried === null ? 'tab.row.voteUndecided' : vote.carried ? 'tab.row.carried' : 'tab.row.notCarried';
  return (
    <li>
      <Link href={`/revision/${revisionId}/vote`}>
        {vote.rehearsal && `${t('tab.vote.rehearsal')}: `}
        {vote.motion}
      </Link>{' '}
      {vote.meetingTitle}, {short(vote.closedAt ?? vote.openedAt)} ·{' '}
      {vote.state === 'open' ? t('tab.row.cast', { cast: vote.cast, entitled: vote.entitled }) : t(outcome)}
    </li>
  );
}

/** What has happened so far, and whatever is open now with the reader's own part in it. */
export function Overview({ revision }: { revision: RevisionView }) {
  const { t, date } = useWords();
  const member = Boolean(useMe().data?.organisationId);
  const hearing = revision.hearings.find((one) => one.state === 'open');
  // A result stays in front for a day: those who voted are looking for it.
  const yesterday = useNow(300_000).getTime() - 86_400_000;
  const vote = revision.votes
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
    .find((one) => one.closedAt === null || Date.parse(one.closedAt) > yesterday);
  const newest = revision.versions.toSorted((a, b) => b.number - a.number)[0];
  return (
    <>
      {vote && <VotePanel id={vote.id} revision={revision} />}
      {hearing && member && <HearingPanel id={hearing.id} revision={revision} />}
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
    </>
  );
}
