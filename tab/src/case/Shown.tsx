import { lazy } from 'react';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { Overview } from './Overview.tsx';
import type { Part } from './Subnav.tsx';

const Group = lazy(() => import('../group/Group.tsx'));
const Documents = lazy(() => import('../draft/Documents.tsx'));
const Hearings = lazy(() => import('../hearing/Hearings.tsx'));
const Comments = lazy(() => import('../hearing/comments/Comments.tsx'));
const Votes = lazy(() => import('../vote/Votes.tsx'));
const Trail = lazy(() => import('./Trail.tsx'));

/** One part of a case, fetched when it is gone to; the overview is there at once. */
export function Shown({ part, revision }: { part: Part; revision: RevisionView }) {
  if (part === 'group') return <Group revision={revision} />;
  if (part === 'documents') return <Documents revision={revision} />;
  if (part === 'hearing') return <Hearings revision={revision} />;
  if (part === 'comments') return <Comments revision={revision} />;
  if (part === 'vote') return <Votes revision={revision} />;
  if (part === 'trail') return <Trail revisionId={revision.id} />;
  return <Overview revision={revision} />;
}
