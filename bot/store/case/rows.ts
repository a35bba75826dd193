import type { Clause, RevisionState, Track, VersionKind } from '../../process/case/revision.ts';

export interface RevisionTable {
  id: string;
  ref: string;
  goalNumber: number | null;
  title: string;
  track: Track;
  year: number;
  state: RevisionState;
  createdAt: Date;
}
export interface VersionRow {
  id: string;
  revisionId: string;
  number: number;
  kind: VersionKind;
  title: string;
  clauses: Clause[];
  hash: string;
  createdBy: string | null;
  createdAt: Date;
}
