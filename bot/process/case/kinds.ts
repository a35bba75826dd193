import type { Course } from './course.ts';
import { revision, type RevisionOwn, type RevisionState } from './revision.ts';

/** What every kind of case can be in, and what it has beside that which all have. */
export interface Kinds {
  revision: { state: RevisionState; own: RevisionOwn };
}
export type CaseKind = keyof Kinds;
export type CaseState = Kinds[CaseKind]['state'];
type CaseOwn = Kinds[CaseKind]['own'];

const courses: { [K in CaseKind]: Course<Kinds[K]['state'], Kinds[K]['own']> } = { revision };
export const caseKinds = Object.keys(courses) as CaseKind[];

/** What of a case depends on its kind. */
export const courseOf = (kind: CaseKind): Course<CaseState, CaseOwn> => courses[kind];

export const isOver = ({ kind, state }: { kind: CaseKind; state: CaseState }): boolean =>
  courseOf(kind).ended.includes(state);

/** The number of the goal that a case is about; null: of none, or of none that has one yet. */
export const goalOf = (of: { kind: CaseKind } & CaseOwn): number | null => courseOf(of.kind).goalOf(of);
