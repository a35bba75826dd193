import type { Generated } from 'kysely';
import type { DirectorySource } from '../process/reach/directory.ts';
import type { Rule } from '../process/vote/vote.ts';
import type {
  DirectoryPersonRow,
  DirectorySourceRow,
  SubscriptionRow,
  GraphCallRow,
} from './reach/directoryRows.ts';
import type { FileRow, FilePartRow } from './draft/rows.ts';
import type { ErrandRow } from './reach/errandRow.ts';
import type { HearingRow, CommentRow, AnswerRow, JointProposalRow } from './hearing/rows.ts';
import type { MeetingRow, SessionRow, PresenceRow } from './meeting/rows.ts';
import type { EventRow, SealRow, FindingRow, ConversationRow, DeliveryRow } from './reach/messageRows.ts';
import type { OrganisationRow, PersonRow, AppointmentRow } from './people/rows.ts';
import type { CaseRow, RevisionRow, VersionRow } from './case/rows.ts';
import type {
  MeetingEventRow,
  MeetingChatRow,
  AttendeeRow,
  SchedulingRow,
  InviteeRow,
  BusyTimeRow,
  PollSlotRow,
  PollAnswerRow,
} from './scheduling/rows.ts';
import type { VoteRow, ElectorateRow, BallotRow } from './vote/rows.ts';
import type { WorkingGroupRow, GroupMemberRow } from './group/rows.ts';

export type * from './reach/directoryRows.ts';
export type * from './reach/errandRow.ts';
export type * from './draft/rows.ts';
export type * from './hearing/rows.ts';
export type * from './meeting/rows.ts';
export type * from './reach/messageRows.ts';
export type * from './people/rows.ts';
export type * from './case/rows.ts';
export type * from './group/rows.ts';
export type * from './scheduling/rows.ts';
export type * from './vote/rows.ts';

/** The tables as code sees them; names are the database's in camel case. */
export interface Tables {
  organisation: OrganisationRow;
  person: PersonRow & { calendarGeneration: Generated<number> };
  appointment: AppointmentRow;
  rules: { id: Generated<string>; rule: Rule; confirmedBy: string | null; confirmedAt: Date };
  counter: { series: string; value: number };
  case: CaseRow;
  revision: RevisionRow;
  version: VersionRow;
  hearing: HearingRow;
  heard: { hearingId: string; organisationId: string };
  comment: CommentRow;
  answer: AnswerRow;
  jointProposal: JointProposalRow;
  sealedReading: { hearingId: string; personId: string; day: string };
  meeting: MeetingRow;
  session: SessionRow;
  presence: PresenceRow;
  vote: VoteRow;
  electorate: ElectorateRow;
  ballot: BallotRow;
  event: EventRow;
  unsealed: { caseId: string; eventId: string };
  seal: SealRow;
  receipt: { key: string; request: string | null; asked: string | null; result: unknown; at: Date };
  checkpoint: { caseId: string; seq: number; hash: string; at: Date };
  verification: { caseId: string; seq: number; verifiedAt: Date; wholeAt: Date };
  finding: FindingRow;
  conversation: ConversationRow;
  delivery: DeliveryRow;
  tenant: { tenantId: string; host: boolean };
  pace: { id: Generated<boolean>; nextAt: Date; mailNextAt: Generated<Date> };
  clock: { id: Generated<boolean>; offsetMs: string; movedAt: Date | null };
  erasure: { eventId: string; type: string; ids: Record<string, unknown> };
  directoryPerson: DirectoryPersonRow;
  directorySource: DirectorySourceRow;
  directoryMember: { source: DirectorySource; objectId: string; since: Date; untilAt: Date | null };
  directoryCursor: { id: Generated<boolean>; cursor: string; groupIds: string[] };
  subscription: SubscriptionRow;
  graphCall: GraphCallRow;
  workingGroup: WorkingGroupRow;
  groupMember: GroupMemberRow;
  errand: ErrandRow;
  file: FileRow;
  filePart: FilePartRow;
  meetingEvent: MeetingEventRow;
  meetingChat: MeetingChatRow;
  attendee: AttendeeRow;
  scheduling: SchedulingRow;
  invitee: InviteeRow;
  busyTime: BusyTimeRow;
  pollSlot: PollSlotRow;
  pollAnswer: PollAnswerRow;
  signingKey: { purpose: string; key: Buffer };
  secretariatConfigured: { objectId: string };
  migration: { name: string; hash: string; appliedAt: Generated<Date> };
}
