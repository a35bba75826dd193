import { isOpen } from '../../process/hearing/hearing.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { sharedCards } from '../../store/reach/sharedCards.ts';
import { editCards } from './editCards.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** Edits the cards of one thing that stand in shared chats; what fails is tried again by the queue, and then by the clock. */
export async function refreshCards(work: Work, subject: Jobs['refreshCards']): Promise<void> {
  if (await isOver(work, subject.hearingId)) return;
  await editCards(work, await sharedCards(work.db, subject));
}

/** After a deadline somebody may still be typing: the clock brings the card to show how it ended, once they are not. */
async function isOver({ db, house }: Work, hearingId: string | undefined): Promise<boolean> {
  const hearing = hearingId ? await hearingById(db, hearingId) : null;
  return hearing !== null && !isOpen(hearing.deadline, house.clock.now());
}
