import type { Course } from './course.ts';
import type { Track } from './track.ts';
import type { VersionKind } from './version.ts';

export const revisionStates = [
  'planned',
  'preparing',
  'developing',
  'industryHearing',
  'finalising',
  'internalApproval',
  'decision',
  'approved',
  'published',
  'returned',
  'rejected',
  'onHold',
  'withdrawn',
] as const;
export type RevisionState = (typeof revisionStates)[number];

/** What a revision has beside what every case has. */
export interface RevisionOwn {
  goalNumber: number | null;
  track: Track;
  year: number;
}

/** The line of stages; side states stand where the journey stopped. */
export const stages = revisionStates.slice(0, 9);

/** Nothing is being developed yet, or what was is to be developed again. */
const undeveloped: readonly RevisionState[] = ['planned', 'preparing', 'returned'];

/** What is drafted, or heard, is being developed. */
const afterDraft = (state: RevisionState): RevisionState =>
  undeveloped.includes(state) ? 'developing' : state;

/** A draft is developed, a final proposal awaits the decision. */
function afterVersion(state: RevisionState, kind: VersionKind): RevisionState {
  if (kind === 'proposal') return afterDraft(state);
  if (kind === 'final') return afterDraft(state) === 'developing' ? 'finalising' : state;
  return state === 'planned' ? 'preparing' : state;
}

function stageOf(state: RevisionState): RevisionState {
  if (state === 'returned' || state === 'onHold' || state === 'withdrawn') return 'developing';
  return state === 'rejected' ? 'decision' : state;
}

export const revision: Course<RevisionState, RevisionOwn> = {
  startedBy: 'revisionStarted',
  begins: 'planned',
  stages,
  stageOf,
  ended: ['approved', 'published', 'rejected', 'withdrawn'],
  heard: ['proposal', 'final'],
  votedOn: 'final',
  afterDraft,
  afterVersion,
  atVote: 'decision',
  // One that is not carried goes back to the group (process: `returned`).
  afterVote: (carried) => (carried ? 'approved' : 'returned'),
  goalOf: ({ goalNumber }) => goalNumber,
  // Errata and changed laws are decided by the secretariat (process: tracks).
  hasGroup: ({ track }) => track !== 'correct',
};

/** `POGI-2027-01`: the number people quote; counted per year. */
export const revisionRef = (year: number, number: number): string =>
  `POGI-${year}-${String(number).padStart(2, '0')}`;
