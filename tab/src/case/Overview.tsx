import { lazy } from 'react';
import type { RevisionView } from '../../../bot/views/shapes/revision.ts';
import { useNow } from '../clock.ts';
import { useMe } from '../queries.ts';
import { SoFar } from './SoFar.tsx';

const HearingPanel = lazy(() => import('./HearingPanel.tsx'));
const VotePanel = lazy(() => import('./VotePanel.tsx'));

/** Whatever is open now with the reader's own part in it, and what has happened so far. */
export function Overview({ revision }: { revision: RevisionView }) {
  const member = Boolean(useMe().data?.organisationId);
  const hearing = revision.hearings.find((one) => one.state === 'open');
  // A result stays in front for a day: those who voted are looking for it.
  const yesterday = useNow(300_000).getTime() - 86_400_000;
  const vote = revision.votes
    .toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
    .find((one) => one.closedAt === null || Date.parse(one.closedAt) > yesterday);
  return (
    <>
      {vote && <VotePanel id={vote.id} revision={revision} />}
      {hearing && member && <HearingPanel id={hearing.id} revision={revision} />}
      <SoFar revision={revision} />
    </>
  );
}
