import { sharedCards } from '../../store/reach/sharedCards.ts';
import { editCards } from './editCards.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** Edits the cards of one thing that stand in shared chats; what fails is tried again by the queue, and then by the clock. */
export async function refreshCards(work: Work, subject: Jobs['refreshCards']): Promise<void> {
  await editCards(work, await sharedCards(work.db, subject));
}
