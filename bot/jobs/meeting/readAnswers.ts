import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import type { Calendar } from '../../ports.ts';
import { eventOf, meetingsAwaited } from '../../store/meeting/calendarEvents.ts';
import type { Jobs } from '../enqueue.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

/** How those who were called answered, for one meeting or for all that are to come. */
export async function readAnswers(work: Work, { meetingId }: Jobs['readAnswers']): Promise<void> {
  const { calendar, db, house } = work;
  if (!calendar) return;
  const ids = meetingId ? [meetingId] : await meetingsAwaited(db, house.clock.now());
  await inTurn(ids, 'meetings’ answers could not be read', (id) => readOne(work, calendar, id));
}

async function readOne({ db, house }: Work, calendar: Calendar, meetingId: string): Promise<void> {
  const event = await eventOf(db, meetingId);
  if (!event?.eventId) return;
  const answers = await calendar.answers(event.eventId);
  if (answers) await asClock(house, acts.noteAnswers, { meetingId, answers });
  else await asClock(house, acts.noteEvent, { meetingId, failure: 'eventGone' });
}
