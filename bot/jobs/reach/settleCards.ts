import { ownCardsToSettle } from '../../store/reach/ownCards.ts';
import { cardsToSettle } from '../../store/reach/sharedCards.ts';
import { editCards } from './editCards.ts';
import type { Work } from '../frame/work.ts';

/** Looks at all cards that may show something else than they should, whatever became of the jobs that edit them. */
export async function settleCards(work: Work): Promise<void> {
  const now = work.house.clock.now();
  const [shared, own] = await Promise.all([cardsToSettle(work.db, now), ownCardsToSettle(work.db, now)]);
  await editCards(work, [...shared, ...own]);
}
