import type { MeetingKind, Season, MeetingResponse } from '../../process/scheduling/meetingKinds.ts';
/** What the calendar has of a meeting; whether it is there as it should be, its errand says. */
export interface MeetingEventRow {
  meetingId: string;
  /** Two calls with the same key make one event. */
  key: string;
  eventId: string | null;
  answersAt: Date | null;
}
export interface MeetingChatRow {
  meetingId: string;
  threadId: string | null;
}
export interface AttendeeRow {
  meetingId: string;
  personId: string;
  response: MeetingResponse | null;
  respondedAt: Date | null;
}
export interface SchedulingRow {
  id: string;
  kind: MeetingKind;
  season: Season;
  caseId: string | null;
  title: string;
  agenda: string;
  minutes: number;
  /** Days of Europe/Copenhagen, `YYYY-MM-DD`; both are among them. */
  fromDay: string;
  toDay: string;
  createdBy: string | null;
  createdAt: Date;
  readAt: Date | null;
  failedAt: Date | null;
  failure: string | null;
  openedAt: Date | null;
  respondBy: Date | null;
  meetingId: string | null;
  droppedAt: Date | null;
}
export interface InviteeRow {
  schedulingId: string;
  personId: string;
  readable: boolean | null;
  unreadableBecause: string | null;
  answeredAt: Date | null;
}
export interface BusyTimeRow {
  schedulingId: string;
  personId: string;
  startsAt: Date;
  endsAt: Date;
  tentative: boolean;
}
export interface PollSlotRow {
  id: string;
  schedulingId: string;
  startsAt: Date;
}
export interface PollAnswerRow {
  slotId: string;
  personId: string;
  possible: boolean;
}
