import { event } from '../frame/event.ts';
import type { MeetingKind, MeetingResponse, Season } from '../scheduling/meetingKinds.ts';

interface OfMeeting {
  meetingId: string;
}

export const meetingEvents = {
  meetingCalled: event<
    OfMeeting & {
      kind: MeetingKind;
      season: Season;
      revisionId: string | null;
      title: string;
      startsAt: string;
      endsAt: string;
      agenda?: string;
      invited?: string[];
    }
  >()('event.meetingCalled', 'members', 'never', 'records'),
  meetingChanged: event<
    OfMeeting & { startsAt: string; endsAt: string; title?: string; agenda?: string; joinUrl?: string }
  >()('event.meetingChanged', 'members', 'never', 'records'),
  meetingCancelled: event<OfMeeting & { reason: string | null }>()(
    'event.meetingCancelled',
    'members',
    'never',
    'records',
  ),
  meetingLinked: event<OfMeeting & { conversationId: string }>()(
    'event.meetingLinked',
    'members',
    'never',
    'records',
  ),
  meetingInCalendar: event<OfMeeting>()('event.meetingInCalendar', 'members', 'never', 'nothing'),
  // Who comes is shown to the secretariat alone.
  meetingAnswered: event<OfMeeting & { personId: string; response: MeetingResponse | null }>()(
    'event.meetingAnswered',
    'secretariat',
    'never',
    'nothing',
  ),
  sessionOpened: event<OfMeeting & { sessionId: string }>()(
    'event.sessionOpened',
    'members',
    'never',
    'records',
  ),
  sessionEnded: event<OfMeeting & { sessionId: string }>()(
    'event.sessionEnded',
    'members',
    'never',
    'records',
  ),
  // Over with a vote still open in it; and begun again, so that the same session goes on.
  sessionOver: event<OfMeeting & { sessionId: string; overAt: string }>()(
    'event.sessionOver',
    'members',
    'never',
    'records',
  ),
  sessionResumed: event<OfMeeting & { sessionId: string }>()(
    'event.sessionResumed',
    'members',
    'never',
    'records',
  ),
  presenceMarked: event<OfMeeting & { organisationId: string; present: boolean }>()(
    'event.presenceMarked',
    'members',
    'never',
    'nothing',
  ),
};
