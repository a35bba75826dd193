import { asClock } from '../../acts/asClock.ts';
import { acts } from '../../acts/index.ts';
import { eventOf, meetingsAwaited } from '../../store/calendarEvents.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../queue.ts';

/** How those who were called answered, for one meeting or for all that are to come. */
export async function readAnswers(work: Work, { meetingId }: Jobs['readAnswers']): Promise<void> {
  const { calendar, db, house, log } = work;
  if (!calendar) return;
  for (const id of meetingId ? [meetingId] : await meetingsAwaited(db, house.clock.now())) {
    const event = await eventOf(db, id);
    if (!event?.eventId) continue;
    try {
      const answers = await calendar.answers(event.eventId);
      if (answers) await asClock(house, acts.noteAnswers, { meetingId: id, answers });
      else await asClock(house, acts.noteEvent, { meetingId: id, done: event.done, failure: 'eventGone' });
    } catch (error) {
      // The others' answers are read all the same; these at the next look.
      log.warn({ err: error, meetingId: id }, 'the answers to a meeting could not be read');
    }
  }
}
