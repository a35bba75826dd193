export const tracks = ['revise', 'develop', 'correct'] as const;
export type Track = (typeof tracks)[number];

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

/** Where a journey has ended: nothing of its hearings is waited for any more. */
export const endStates = [
  'approved',
  'published',
  'rejected',
  'withdrawn',
] as const satisfies RevisionState[];
export const isOver = (state: RevisionState): boolean => endStates.some((one) => one === state);

/** The line of stages everybody reads; side states stand where the journey stopped. */
export const stages = revisionStates.slice(0, 9);

export const versionKinds = ['proposal', 'final', 'termsOfReference', 'backgroundReport'] as const;
export type VersionKind = (typeof versionKinds)[number];
export const clauseKinds = ['requirement', 'recommendation'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

export interface Clause {
  number: string;
  kind: ClauseKind;
  heading: string;
  text: string;
}

/** Nothing is being developed yet, or what was is to be developed again. */
const undeveloped: readonly RevisionState[] = ['planned', 'preparing', 'returned'];

/** What is drafted, or heard, is being developed. */
export const stateAfterDraft = (state: RevisionState): RevisionState =>
  undeveloped.includes(state) ? 'developing' : state;

/** Where a new document moves its revision: a draft is developed, a final proposal awaits the decision. */
export function stateAfterVersion(state: RevisionState, kind: VersionKind): RevisionState {
  if (kind === 'proposal') return stateAfterDraft(state);
  if (kind === 'final') return stateAfterDraft(state) === 'developing' ? 'finalising' : state;
  return state === 'planned' ? 'preparing' : state;
}

/** What is put to the vote awaits its decision, wherever it stood. */
export const stateAtVote: RevisionState = 'decision';

/** A vote that is not carried sends the proposal back to the group (process: `returned`). */
export const stateAfterVote = (carried: boolean): RevisionState => (carried ? 'approved' : 'returned');

/** `POGI-2027-01`: the number people quote; counted per year. */
export const revisionRef = (year: number, number: number): string =>
  `POGI-${year}-${String(number).padStart(2, '0')}`;

export function repeatedClause(clauses: { number: string }[]): string | null {
  const seen = new Set<string>();
  for (const { number } of clauses) {
    if (seen.has(number)) return number;
    seen.add(number);
  }
  return null;
}
