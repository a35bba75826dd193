import { cardsToSettle } from '../../store/sharedCards.ts';
import { editCards } from '../editCards.ts';
import type { Work } from '../queue.ts';

/** Looks at all shared cards that may show something else than they should, whatever became of the jobs that edit them. */
export async function settleCards(work: Work): Promise<void> {
  await editCards(work, await cardsToSettle(work.db, work.house.clock.now()));
}
