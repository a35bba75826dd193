import type { Jobs } from '../enqueue.ts';
import { Moments, paceOf } from '../pace.ts';
import type { Work } from '../queue.ts';
import { conversationById } from '../../store/conversations.ts';
import { transact } from '../../store/database.ts';
import { canonicalJson, sha256 } from '../../process/trail.ts';
import { noteShown, sharedCards } from '../../store/deliveries.ts';
import { announceToAll } from '../../store/announcing.ts';
import { voteById } from '../../store/votes.ts';

/**
 * Edits the cards that stand in shared chats, so that they show the present state. Editing is repeatable:
 * the last edit wins, and one that fails is made again by the queue. A card that shows it already is left alone: Teams
 * says when a message was edited, and so would tell that somebody has just changed a ballot.
 */
export async function refreshCards(work: Work, subject: Jobs['refreshCards']): Promise<void> {
  await tellOfRehearsal(work, subject);
  const cards = await sharedCards(work.db, subject);
  const moments = new Moments(work.db, paceOf(work.sendRate));
  for (const card of cards) {
    const chat = card.conversationId ? await conversationById(work.db, card.conversationId) : null;
    if (!chat || !card.activityId || !living.has(card.message)) continue;
    const composed = await work.composer.compose(card);
    if ('cancelled' in composed) continue;
    const shown = sha256(canonicalJson(composed.message));
    if (shown === card.shownHash) continue;
    // An edit costs as much of the permitted rate as a message does, and waits for its moment as one.
    await moments.take(1);
    await moments.next();
    const to = { conversationId: chat.id, serviceUrl: chat.serviceUrl, tenantId: chat.tenantId };
    const outcome = await work.messenger.update(to, card.activityId, composed.message);
    if (outcome.sent) await noteShown(work.db, card.id, shown);
    if (!outcome.sent && outcome.retry)
      throw new Error(`a shared card could not be edited: ${outcome.reason}`);
  }
}

/** A rehearsal's ballots are in no trail, and so no sealing tells whoever watches that one came in. */
async function tellOfRehearsal({ db }: Work, { voteId }: Jobs['refreshCards']): Promise<void> {
  const vote = voteId ? await voteById(db, voteId) : null;
  if (vote?.rehearsal) await transact(db, (trx) => announceToAll(trx, vote.revisionId));
}

/** Cards whose content goes on living after they were sent. */
const living = new Set(['hearingInvitation', 'voteOpened']);
