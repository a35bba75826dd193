import { lazy, useState } from 'react';
import type { HearingSummary, RevisionView } from '../../../bot/views/case/shapes.ts';
import { useNow } from '../frame/clock.ts';
import { keptOf, subjectOf } from '../frame/kept.ts';
import { useMe } from '../frame/queries.ts';
import { SoFar } from '../hearing/SoFar.tsx';

const HearingPanel = lazy(() => import('../hearing/HearingPanel.tsx'));
const VotePanel = lazy(() => import('../vote/VotePanel.tsx'));

/** What a member writes of a hearing here, and has not saved. */
const isWritten = ({ id: hearingId }: HearingSummary, organisationId: string): boolean =>
  [subjectOf('addComment', { hearingId, organisationId }), subjectOf('submitAnswer', { hearingId })].some(
    (subject) => keptOf(subject) !== undefined,
  );

/** The hearing that is open; and one that has closed while it was looked at, or with something that was not saved. */
function useHearing({ hearings }: RevisionView, organisationId: string): HearingSummary | undefined {
  const open = hearings.find((one) => one.state === 'open');
  const [looked, setLooked] = useState(open?.id);
  if (open && open.id !== looked) setLooked(open.id);
  return (
    open ??
    hearings.find((one) => one.id === looked) ??
    hearings.find((one) => isWritten(one, organisationId))
  );
}

/** Whatever is open now with the reader's own part in it, and what has happened so far. */
export function Overview({ revision }: { revision: RevisionView }) {
  const organisationId = useMe().data?.organisationId ?? '';
  const hearing = useHearing(revision, organisationId);
  // A result stays in front for a day: those who voted are looking for it.
  const yesterday = useNow(300_000).getTime() - 86_400_000;
  const vote = revision.votes
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
    .find((one) => one.closedAt === null || Date.parse(one.closedAt) > yesterday);
  return (
    <>
      {vote && <VotePanel key={vote.id} id={vote.id} revision={revision} />}
      {hearing && organisationId && <HearingPanel key={hearing.id} id={hearing.id} revision={revision} />}
      <SoFar revision={revision} />
    </>
  );
}
