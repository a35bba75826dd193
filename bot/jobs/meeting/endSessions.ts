import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { isDue } from '../../process/meeting/session.ts';
import { openSessions } from '../../store/meeting/meetings.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

/** Ends what nobody ended: Teams' word of it may be lost, or came while a vote was still open. */
export async function endSessions({ house }: Work): Promise<void> {
  const now = house.clock.now();
  const due = (await openSessions(house.db)).filter(({ session, planned }) => isDue(session, planned, now));
  await inTurn(due, 'sessions could not be ended', ({ session: { meetingId } }) =>
    asClock(house, acts.endDueSession, { meetingId }, { expected: ['sessionClosed', 'sessionOpen'] }),
  );
}
