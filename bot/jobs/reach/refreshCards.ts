import { aboutNamed, type About, type Named } from '../../process/frame/about.ts';
import { isOpen } from '../../process/hearing/hearing.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { sharedCards } from '../../store/reach/sharedCards.ts';
import { editCards } from './editCards.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../frame/work.ts';

/** As the program of the landing before asks for it. */
type Before = Named<'hearing' | 'vote'>;

/** Edits the cards about one thing that stand in shared chats; what fails is tried again by the queue, and then by the clock. */
export async function refreshCards(work: Work, asked: Jobs['refreshCards'] | Before): Promise<void> {
  const about = 'about' in asked ? asked.about : aboutNamed(asked, ['hearing', 'vote']);
  if (!about || (await isOver(work, about))) return;
  await editCards(work, await sharedCards(work.db, about));
}

/** After a deadline somebody may still be typing: the clock brings the card to show how it ended, once they are not. */
async function isOver({ db, house }: Work, { kind, id }: About): Promise<boolean> {
  const hearing = kind === 'hearing' ? await hearingById(db, id) : null;
  return hearing !== null && !isOpen(hearing.deadline, house.clock.now());
}
