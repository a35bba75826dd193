import type { MeetingKind, Season } from '../../process/scheduling/meetingKinds.ts';
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
  agenda: string;
  /** Whose meeting it is, when it is a working group's. */
  caseId: string | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
}
export interface SessionRow {
  id: string;
  meetingId: string;
  openedBy: string | null;
  openedAt: Date;
  endedAt: Date | null;
  /** The meeting was over while a vote in it was still open. */
  overAt: Date | null;
}
export interface PresenceRow {
  sessionId: string;
  organisationId: string;
  present: boolean;
  markedBy: string | null;
  markedAt: Date;
}
