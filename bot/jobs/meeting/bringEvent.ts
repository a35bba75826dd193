import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { eventHtml } from './eventHtml.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Calendar } from '../../ports.ts';
import { isSomebody } from '../../process/frame/roles.ts';
import { attendeesOf, claimEvent, eventOf, eventsBehind } from '../../store/meeting/calendarEvents.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import type { MeetingEventRow, MeetingRow } from '../../store/schema.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

type Noted = { eventId?: string; joinUrl?: string | null; failure?: string };

/** Brings the calendar to what the meeting is now, or to what all meetings are whose calendar lags behind. */
export async function bringEvent(work: Work, { meetingId }: Jobs['bringEvent']): Promise<void> {
  if (meetingId) return bringOne(work, meetingId);
  const behind = await eventsBehind(work.db);
  await inTurn(behind, 'meetings could not be brought into the calendar', (id) => bringOne(work, id));
}

/** Made, changed or cancelled; one at a time for one meeting. */
async function bringOne(work: Work, meetingId: string): Promise<void> {
  const { db, house, log, calendar } = work;
  const before = await eventOf(db, meetingId);
  if (!before || (before.done >= before.wanted && !before.failure)) return;
  // Whoever has it brings it along, and looks again when done; a claim of the dead ends by itself.
  const event = await claimEvent(db, meetingId);
  if (!event) throw new Error('another replica is at this meeting’s event');
  // Read after the claim: what is written is the newest there is.
  const meeting = await meetingById(db, meetingId);
  const note = (noted: Noted) => asClock(house, acts.noteEvent, { meetingId, done: event.wanted, ...noted });
  if (!calendar || !meeting) return void (await note({ failure: 'notConnected' }));
  try {
    await note(await bring(work, calendar, meeting, event));
  } catch (error) {
    log.warn({ err: error, meetingId }, 'the calendar could not be brought up to date');
    await note({ failure: 'unavailable' });
    throw error;
  }
}

async function bring(
  { db, link }: Work,
  calendar: Calendar,
  meeting: MeetingRow,
  event: MeetingEventRow,
): Promise<Noted> {
  if (meeting.cancelledAt) {
    if (event.eventId) await calendar.cancel(event.eventId, meeting.cancelReason ?? '');
    return {};
  }
  const { title, startsAt, endsAt } = meeting;
  const called = await attendeesOf(db, meeting.id);
  const attendees = called
    .filter((one) => one.email && isSomebody(one))
    .map(({ displayName: name, email: address }) => ({ name, address }));
  const times = { title, startsAt, endsAt, attendees };
  if (event.eventId) return (await calendar.change(event.eventId, times)) ? {} : { failure: 'eventGone' };
  const html = eventHtml(meeting, link(`meeting/${meeting.id}`));
  const { id, joinUrl } = await calendar.create(event.key, { ...times, html });
  return { eventId: id, joinUrl };
}
