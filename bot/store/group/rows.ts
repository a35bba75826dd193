import type { GroupField } from '../../process/group/workingGroup.ts';

export interface WorkingGroupRow {
  caseId: string;
  createdAt: Date;
  leadId: string | null;
  channelId: string | null;
  channelUrl: string | null;
}

export interface GroupMemberRow {
  caseId: string;
  personId: string;
  field: GroupField;
  since: Date;
  untilAt: Date | null;
}
