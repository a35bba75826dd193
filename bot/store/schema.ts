import type { Generated } from 'kysely';
import type { CommentType, Channel, Disposition, HearingKind, Position } from '../process/hearing.ts';
import type { DirectorySource, SyncPlan } from '../process/directory.ts';
import type { MeetingKind, Season } from '../process/meeting.ts';
import type { AppointmentRole, Field, OrganisationKind } from '../process/organisation.ts';
import type { Clause, RevisionState, Track, VersionKind } from '../process/revision.ts';
import type { Caster, Choice, Count, Means, Rule } from '../process/vote.ts';

/** The tables as code sees them; names are the database's in camel case. */
export interface Tables {
  organisation: OrganisationRow;
  person: PersonRow;
  appointment: AppointmentRow;
  rules: { id: Generated<string>; rule: Rule; confirmedBy: string | null; confirmedAt: Date };
  counter: { series: string; value: number };
  revision: RevisionTable;
  version: VersionRow;
  hearing: HearingRow;
  heard: { hearingId: string; organisationId: string };
  comment: CommentRow;
  answer: AnswerRow;
  meeting: MeetingRow;
  session: SessionRow;
  presence: PresenceRow;
  vote: VoteRow;
  electorate: ElectorateRow;
  ballot: BallotRow;
  event: EventRow;
  unsealed: { caseId: string; eventId: string };
  seal: { eventId: string; caseId: string; seq: number; previous: string; hash: string };
  receipt: { key: string; result: unknown; at: Date };
  conversation: ConversationRow;
  delivery: DeliveryRow;
  pace: { id: Generated<boolean>; nextAt: Date };
  clock: { id: Generated<boolean>; offsetMs: string };
  directoryPerson: DirectoryPersonRow;
  directorySource: DirectorySourceRow;
  directoryMember: { source: DirectorySource; objectId: string; since: Date; untilAt: Date | null };
  directoryCursor: { id: Generated<boolean>; cursor: string; groupIds: string[] };
  subscription: SubscriptionRow;
  graphCall: GraphCallRow;
  secretariatConfigured: { objectId: string };
  migration: { name: string; hash: string; appliedAt: Generated<Date> };
}

export interface OrganisationRow {
  id: string;
  name: string;
  kind: OrganisationKind;
  joined: string | null;
  createdAt: Date;
}
export interface PersonRow {
  id: string;
  organisationId: string | null;
  displayName: string;
  email: string;
  objectId: string | null;
  fields: Field[];
  locale: 'da' | 'en';
  secretariat: boolean;
  createdAt: Date;
  /** Left the host team. */
  leftAt: Date | null;
}
export interface AppointmentRow {
  organisationId: string;
  role: AppointmentRole;
  personId: string;
  chair: boolean;
  fromAt: Date;
  untilAt: Date | null;
}
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
export interface HearingRow {
  id: string;
  number: number;
  revisionId: string;
  kind: HearingKind;
  versionId: string;
  letter: string;
  reason: string | null;
  opensAt: Date;
  deadline: Date;
  originalDeadline: Date | null;
  createdBy: string | null;
}
export interface CommentRow {
  id: string;
  hearingId: string;
  number: number;
  organisationId: string;
  personId: string | null;
  clause: string | null;
  type: CommentType;
  text: string;
  proposedChange: string | null;
  channel: Channel;
  receivedAt: Date;
  late: boolean;
  editedAt: Date | null;
  withdrawnAt: Date | null;
  disposition: Disposition | null;
  response: string | null;
  theme: string | null;
  changedClause: string | null;
  disposedBy: string | null;
  disposedAt: Date | null;
  fingerprint: string | null;
}
export interface AnswerRow {
  hearingId: string;
  organisationId: string;
  position: Position;
  reservation: string | null;
  senderId: string | null;
  late: boolean;
  channel: Channel;
  submittedBy: string | null;
  submittedAt: Date;
  /** Whom the sender of a joint answer named; bound are those whose `senderId` it is. */
  jointWith: string[];
}
export interface MeetingRow {
  id: string;
  kind: MeetingKind;
  season: Season;
  title: string;
  startsAt: Date;
  endsAt: Date;
  joinUrl: string | null;
  conversationId: string | null;
  platformId: string | null;
  createdAt: Date;
}
export interface SessionRow {
  id: string;
  meetingId: string;
  openedBy: string | null;
  openedAt: Date;
  endedAt: Date | null;
}
export interface PresenceRow {
  sessionId: string;
  organisationId: string;
  present: boolean;
  markedBy: string | null;
  markedAt: Date;
}
export interface VoteRow {
  id: string;
  revisionId: string;
  sessionId: string;
  versionId: string;
  versionHash: string;
  motion: string;
  rule: Rule;
  reason: string | null;
  rehearsal: boolean;
  openedBy: string | null;
  openedAt: Date;
  closedBy: string | null;
  closedAt: Date | null;
  result: Count | null;
  carried: boolean | null;
}
export interface ElectorateRow {
  voteId: string;
  organisationId: string;
  representativeId: string | null;
  deputyId: string | null;
  /** Whether it was there when the vote was closed; null before. */
  present: boolean | null;
}
export interface BallotRow {
  voteId: string;
  organisationId: string;
  choice: Choice;
  means: Means;
  caster: Caster;
  castBy: string | null;
  castAt: Date;
  statement: string | null;
}
export interface EventRow {
  id: Generated<string>;
  caseId: string;
  at: Date;
  actor: { personId: string | null; organisationId: string | null };
  type: string;
  data: Record<string, unknown>;
}
export interface ConversationRow {
  id: string;
  kind: 'personal' | 'team' | 'meeting';
  personId: string | null;
  objectId: string | null;
  serviceUrl: string;
  tenantId: string;
  teamId: string | null;
  updatedAt: Date;
}
export interface DeliveryRow {
  id: Generated<string>;
  personId: string | null;
  conversationId: string | null;
  message: string;
  revisionId: string | null;
  hearingId: string | null;
  voteId: string | null;
  occasion: Generated<string>;
  channel: 'personal' | 'team' | 'meeting' | 'mail';
  state: Generated<'queued' | 'sending' | 'accepted' | 'actedOn' | 'failed' | 'uncertain' | 'cancelled'>;
  reason: string | null;
  activityId: string | null;
  attempts: Generated<number>;
  dueAt: Generated<Date>;
  claimedAt: Date | null;
  createdAt: Date;
  settledAt: Date | null;
}
export interface DirectoryPersonRow {
  objectId: string;
  displayName: string;
  email: string | null;
  guest: boolean;
  seenAt: Date;
}
export interface SyncPlanRow extends SyncPlan {
  at: string;
  /** Too many would leave: it waits for the secretariat. Otherwise a dry run. */
  held: boolean;
}
export interface DirectorySourceRow {
  source: DirectorySource;
  groupId: string;
  version: number;
  readAt: Date | null;
  checkedAt: Date | null;
  failedAt: Date | null;
  failure: string | null;
  plan: SyncPlanRow | null;
}
export interface SubscriptionRow {
  id: string;
  groupId: string;
  clientState: string;
  expiresAt: Date;
}
export interface GraphCallRow {
  name: string;
  okAt: Date | null;
  failedAt: Date | null;
  status: number | null;
  code: string | null;
}
