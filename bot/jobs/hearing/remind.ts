import { asClock } from '../../acts/frame/asClock.ts';
import { acts } from '../../acts/index.ts';
import { reminderDue, remindersBeginMs } from '../../process/hearing/reminders.ts';
import { hearingsDue } from '../../store/hearing/hearings.ts';
import { inTurn } from '../frame/inTurn.ts';
import type { Work } from '../frame/work.ts';

/** Reminds in every hearing whose reminder is due; the act itself tells nobody twice of one morning. */
export async function remind({ house }: Work): Promise<void> {
  const now = house.clock.now();
  const near = await hearingsDue(house.db, now, new Date(now.getTime() + remindersBeginMs));
  const due = near.filter((one) => reminderDue(one, now));
  await inTurn(due, 'hearings could not be reminded in', ({ id: hearingId }) =>
    asClock(house, acts.remindMissing, { hearingId }, { expected: ['hearingClosed'] }),
  );
}
