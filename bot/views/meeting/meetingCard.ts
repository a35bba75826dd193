import { joinLink } from '../../process/meeting/meeting.ts';
import { eventOf } from '../../store/meeting/calendarEvents.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { found, type Viewing } from '../frame/context.ts';

/** What a message says of a meeting; the same to everyone who is called. */
export interface MeetingCardView {
  id: string;
  title: string;
  agenda: string;
  startsAt: Date;
  endsAt: Date;
  joinUrl: string | null;
  /** Has it come to people by their calendar? */
  inCalendar: boolean;
  cancelled: boolean;
  cancelReason: string;
}

export async function meetingCardView({ db }: Pick<Viewing, 'db'>, id: string): Promise<MeetingCardView> {
  const meeting = found(await meetingById(db, id));
  const { title, agenda, startsAt, endsAt, joinUrl, cancelledAt, cancelReason } = meeting;
  const event = await eventOf(db, id);
  return {
    id,
    title,
    agenda,
    startsAt,
    endsAt,
    joinUrl: joinLink(joinUrl),
    inCalendar: event?.eventId !== null && event?.eventId !== undefined,
    cancelled: cancelledAt !== null,
    cancelReason: cancelReason ?? '',
  };
}
