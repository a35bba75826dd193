import type { MeView } from '../../../bot/views/people/shapes.ts';
import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { stageNumber } from '../case/Stages.tsx';

/** What the page asks for first; what has ended is fetched when it is looked for. */
export const underWay = { over: 'false' } as const;

export const filters = ['all', 'action', 'hearing', 'ready', 'mine'] as const;
export type Filter = (typeof filters)[number];
export const sorts = ['deadline', 'goal', 'stage', 'title'] as const;
export type Sort = (typeof sorts)[number];

export function keeps(filter: Filter, row: RevisionRow, me: MeView | undefined): boolean {
  switch (filter) {
    case 'action':
      return row.awaitsMe || row.readiness === 'missing';
    case 'hearing':
      return row.hearing?.state === 'open';
    case 'ready':
      return row.readiness === 'ready';
    case 'mine':
      return row.awaitsMe || (row.lead !== null && row.lead.id === me?.organisationId);
    default:
      return true;
  }
}

export function inOrder(sort: Sort, rows: RevisionRow[], locale: string): RevisionRow[] {
  const last = Number.MAX_SAFE_INTEGER;
  const by: Record<Exclude<Sort, 'title'>, (row: RevisionRow) => number> = {
    deadline: (row) => (row.nextDeadline ? Date.parse(row.nextDeadline.at) : last),
    goal: (row) => row.goalNumber ?? last,
    stage: (row) => -stageNumber(row.stage),
  };
  const title = (a: RevisionRow, b: RevisionRow) => a.title.localeCompare(b.title, locale);
  if (sort === 'title') return rows.toSorted(title);
  return rows.toSorted((a, b) => by[sort](a) - by[sort](b) || title(a, b));
}
