import { insertAttendees, keepEvent } from '../../store/meeting/calendarEvents.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { insertMeeting } from '../../store/meeting/meetings.ts';
import type { Call } from '../frame/act.ts';
import { ask, askLater } from '../reach/errands.ts';
import type { MeetingKind, Season } from '../../process/scheduling/meetingKinds.ts';

export interface Called {
  kind: MeetingKind;
  season: Season;
  caseId: string | null;
  title: string;
  agenda: string;
  startsAt: Date;
  endsAt: Date;
  joinUrl: string | null;
}

/** A meeting, and when people are invited to it: their calendar entry (made by a job), and a message to each. */
export async function callMeetingTo(call: Call, meeting: Called, invited: string[] | null): Promise<string> {
  const { trx, now, record } = call;
  const meetingId = await insertMeeting(trx, {
    ...meeting,
    conversationId: null,
    platformId: null,
    createdAt: now,
  });
  const { caseId: revisionId, startsAt, endsAt, joinUrl, agenda, ...rest } = meeting;
  const shown = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  record(meetingId, 'meetingCalled', {
    meetingId,
    revisionId,
    ...rest,
    ...shown,
    ...(agenda && { agenda }),
    ...(invited && { invited }),
  });
  if (!invited) {
    if (joinUrl) await askLater(call, 'chat', meetingId);
    return meetingId;
  }
  await insertAttendees(trx, meetingId, invited);
  if (joinUrl) {
    await tellPeople(
      trx,
      invited,
      { message: 'meetingCalled', about: { kind: 'meeting', id: meetingId } },
      now,
    );
    await ask(call, 'chat', meetingId);
  } else {
    // They are told when the calendar has it (noteEvent): a message without the link would be half of one.
    await keepEvent(trx, meetingId);
    await ask(call, 'event', meetingId);
  }
  return meetingId;
}
