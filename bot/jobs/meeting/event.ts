import { acts } from '../../acts/index.ts';
import { eventHtml } from './eventHtml.ts';
import { isSomebody } from '../../process/frame/roles.ts';
import { attendeesOf, eventOf } from '../../store/meeting/calendarEvents.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import type { MeetingRow } from '../../store/schema.ts';
import { fails, type Bringing } from '../frame/bringing.ts';
import type { Work } from '../frame/work.ts';
import { ownPages } from '../../views/frame/pages.ts';

/** What the calendar shows of it. */
async function shown({ db }: Work, { id, title, startsAt, endsAt }: MeetingRow) {
  const attendees = (await attendeesOf(db, id))
    .filter((one) => one.email && isSomebody(one))
    .map(({ displayName: name, email: address }) => ({ name, address }));
  return { title, startsAt, endsAt, attendees };
}

/** Made, changed or cancelled: the calendar has the meeting as it is now. */
export const event = {
  note: acts.noteEvent,
  about: (meetingId: string) => ({ meetingId }),
  away: 'unavailable' as const,
  async bring(work, { aboutId }) {
    const { db, calendar, link } = work;
    const [meeting, kept] = [await meetingById(db, aboutId), await eventOf(db, aboutId)];
    if (!calendar || !meeting || !kept) return fails<'event'>('notConnected');
    const { eventId, key } = kept;
    if (meeting.cancelledAt) {
      if (eventId) await calendar.cancel(eventId, meeting.cancelReason ?? '');
      return {};
    }
    const as = await shown(work, meeting);
    if (eventId) return (await calendar.change(eventId, as)) ? {} : fails<'event'>('eventGone');
    const html = eventHtml(meeting, link(ownPages.meeting(aboutId)));
    const made = await calendar.create(key, { ...as, html });
    return { eventId: made.id, joinUrl: made.joinUrl };
  },
} satisfies Bringing;
