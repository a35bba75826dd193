import { ownCards } from '../../store/reach/ownCards.ts';
import { editCards } from './editCards.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** Brings what an organisation's people were told in their own chats to what is so, whichever way it went. */
export async function refreshOwn(work: Work, subject: Jobs['refreshOwn']): Promise<void> {
  await editCards(work, await ownCards(work.db, subject, work.house.clock.now()));
}
