import { acts } from '../../acts/index.ts';
import { run } from '../../acts/run.ts';
import { isOpen } from '../../process/hearing.ts';
import { hearingsDue } from '../../store/hearings.ts';
import { inTurn } from '../inTurn.ts';
import type { Work } from '../queue.ts';

/** How long before a deadline those who are missing are reminded. */
const aheadMs = 3 * 24 * 3600_000;

/** Reminds in every open hearing whose deadline is near; the act itself tells nobody twice. */
export async function remind({ house }: Work): Promise<void> {
  const now = house.clock.now();
  const near = await hearingsDue(house.db, now, new Date(now.getTime() + aheadMs));
  const open = near.filter((one) => isOpen(one.deadline, now));
  await inTurn(open, 'hearings could not be reminded in', ({ id: hearingId }) =>
    run(house, acts.remindMissing, { hearingId }, { doer: 'system', door: 'clock' }),
  );
}
