import type { CaseKind, StatesOf } from '../../process/case/kinds.ts';
import type { Track } from '../../process/case/track.ts';
import type { Clause, VersionKind } from '../../process/case/version.ts';

/** What every case has, whatever its kind. */
export interface CaseRow<K extends CaseKind = CaseKind> {
  id: string;
  kind: K;
  ref: string;
  title: string;
  state: StatesOf[K];
  createdAt: Date;
}
/** What a revision has besides. */
export interface RevisionRow {
  id: string;
  goalNumber: number | null;
  track: Track;
  year: number;
}
interface RowsOf {
  revision: RevisionRow;
}
/** A case with what its kind has: by `kind` the compiler knows what that is. */
export type Case = { [K in CaseKind]: CaseRow<K> & RowsOf[K] }[CaseKind];

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
