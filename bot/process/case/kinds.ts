import type { RevisionState } from './revision.ts';

/** What is decided, each with its own stages. */
export const caseKinds = ['revision'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** The states of each kind. */
export interface StatesOf extends Record<CaseKind, string> {
  revision: RevisionState;
}
