import type {
  CommentType,
  Channel,
  Disposition,
  HearingKind,
  Position,
} from '../../process/hearing/hearing.ts';

export interface HearingRow {
  id: string;
  number: number;
  caseId: string;
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
  /** When the answer that it went along with gave way to a joint one; it has left its organisation all the same. */
  leftAt: Date | null;
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
  /** Whom the sender of a joint answer named, which is a proposal; bound are those whose `senderId` it is. */
  jointWith: string[];
  /** When it stood again, after the joint answer that had taken its place. */
  restoredAt: Date | null;
}
export interface JointProposalRow {
  hearingId: string;
  senderId: string;
  organisationId: string;
  words: string;
  askedAt: Date;
  declinedAt: Date | null;
  fellAt: Date | null;
  saidNoAt: Date | null;
}
