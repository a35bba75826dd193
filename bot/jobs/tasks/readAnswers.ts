import { acts } from '../../acts/index.ts';
import { run } from '../../acts/run.ts';
import { eventOf, meetingsAwaited } from '../../store/calendarEvents.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../queue.ts';

/** How those who were called answered, for one meeting or for all that are to come. */
export async function readAnswers(work: Work, { meetingId }: Jobs['readAnswers']): Promise<void> {
  const { calendar, db, house, log } = work;
  if (!calendar) return;
  const system = { doer: 'system', door: 'clock' } as const;
  for (const id of meetingId ? [meetingId] : await meetingsAwaited(db, house.clock.now())) {
    const event = await eventOf(db, id);
    if (!event?.eventId) continue;
    try {
      const answers = await calendar.answers(event.eventId);
      if (answers) await run(house, acts.noteAnswers, { meetingId: id, answers }, system);
      else
        await run(house, acts.noteEvent, { meetingId: id, done: event.done, failure: 'eventGone' }, system);
    } catch (error) {
      // The others' answers are read all the same; these at the next look.
      log.warn({ err: error, meetingId: id }, 'the answers to a meeting could not be read');
    }
  }
}
