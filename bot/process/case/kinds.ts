import type { Course } from './course.ts';
import { revision, type RevisionState } from './revision.ts';

/** The states of each kind of case. */
export interface StatesOf {
  revision: RevisionState;
}
export type CaseKind = keyof StatesOf;
export type CaseState = StatesOf[CaseKind];

const courses: { [K in CaseKind]: Course<StatesOf[K]> } = { revision };
export const caseKinds = Object.keys(courses) as CaseKind[];

/** What of a case depends on its kind. */
export const courseOf = (kind: CaseKind): Course<CaseState> => courses[kind];

export const isOver = ({ kind, state }: { kind: CaseKind; state: CaseState }): boolean =>
  courseOf(kind).ended.includes(state);
