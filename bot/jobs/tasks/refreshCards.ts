import { announceToAll } from '../../store/announcing.ts';
import { transact } from '../../store/database.ts';
import { sharedCards } from '../../store/sharedCards.ts';
import { voteById } from '../../store/votes.ts';
import { editCards } from '../editCards.ts';
import type { Jobs } from '../enqueue.ts';
import type { Work } from '../queue.ts';

/** Edits the cards of one thing that stand in shared chats; what fails is tried again by the queue, and then by the clock. */
export async function refreshCards(work: Work, subject: Jobs['refreshCards']): Promise<void> {
  await tellOfRehearsal(work, subject);
  await editCards(work, await sharedCards(work.db, subject));
}

/** A rehearsal's ballots are in no trail, and so no sealing tells whoever watches that one came in. */
async function tellOfRehearsal({ db }: Work, { voteId }: Jobs['refreshCards']): Promise<void> {
  const vote = voteId ? await voteById(db, voteId) : null;
  if (vote?.rehearsal) await transact(db, (trx) => announceToAll(trx, vote.revisionId));
}
