import type { ChannelFailure, GroupField } from '../../process/group/workingGroup.ts';
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
export interface WorkingGroupRow {
  revisionId: string;
  createdAt: Date;
  channelId: string | null;
  channelUrl: string | null;
  failedAt: Date | null;
  failure: ChannelFailure | null;
  askedAt: Date | null;
  claimedAt: Date | null;
}
export interface GroupMemberRow {
  revisionId: string;
  personId: string;
  field: GroupField;
  since: Date;
  untilAt: Date | null;
}
