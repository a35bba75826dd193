import type { CaseKind, Kinds } from '../../process/case/kinds.ts';
import type { RevisionOwn } from '../../process/case/revision.ts';
import type { Clause, VersionKind } from '../../process/case/version.ts';

/** What every case has, whatever its kind. */
export interface CaseRow<K extends CaseKind = CaseKind> {
  id: string;
  kind: K;
  ref: string;
  title: string;
  state: Kinds[K]['state'];
  createdAt: Date;
}
export interface RevisionRow extends RevisionOwn {
  id: string;
}
/** A case with what its kind has: by `kind` the compiler knows what that is. */
export type Case = { [K in CaseKind]: CaseRow<K> & Kinds[K]['own'] }[CaseKind];

export interface VersionRow {
  id: string;
  caseId: string;
  number: number;
  kind: VersionKind;
  title: string;
  clauses: Clause[];
  hash: string;
  createdBy: string | null;
  createdAt: Date;
}
