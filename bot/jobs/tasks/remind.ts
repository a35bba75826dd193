import { acts } from '../../acts/index.ts';
import { run } from '../../acts/run.ts';
import { isOpen } from '../../process/hearing.ts';
import { hearingsDue } from '../../store/hearings.ts';
import type { Work } from '../queue.ts';

/** How long before a deadline those who are missing are reminded. */
const aheadMs = 3 * 24 * 3600_000;

/** Reminds in every open hearing whose deadline is near; the act itself tells nobody twice. */
export async function remind({ house }: Work): Promise<void> {
  const now = house.clock.now();
  const near = await hearingsDue(house.db, now, new Date(now.getTime() + aheadMs));
  for (const hearing of near.filter((one) => isOpen(one.deadline, now)))
    await run(house, acts.remindMissing, { hearingId: hearing.id }, { doer: 'system', door: 'clock' });
}
