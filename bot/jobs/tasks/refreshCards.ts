import type { Jobs } from '../enqueue.ts';
import { Moments, paceOf } from '../pace.ts';
import type { Work } from '../queue.ts';
import { conversationById } from '../../store/conversations.ts';
import { sharedCards } from '../../store/deliveries.ts';

/**
 * Edits the cards that stand in shared chats, so that they show the present state. Editing is repeatable:
 * the last edit wins, and one that fails is made again by the queue.
 */
export async function refreshCards(work: Work, subject: Jobs['refreshCards']): Promise<void> {
  const cards = await sharedCards(work.db, subject);
  const moments = new Moments(work.db, paceOf(work.sendRate));
  for (const card of cards) {
    const chat = card.conversationId ? await conversationById(work.db, card.conversationId) : null;
    if (!chat || !card.activityId || !living.has(card.message)) continue;
    const composed = await work.composer.compose(card);
    if ('cancelled' in composed) continue;
    // An edit costs as much of the permitted rate as a message does, and waits for its moment as one.
    await moments.take(1);
    await moments.next();
    const to = { conversationId: chat.id, serviceUrl: chat.serviceUrl, tenantId: chat.tenantId };
    const outcome = await work.messenger.update(to, card.activityId, composed.message);
    if (!outcome.sent && outcome.retry)
      throw new Error(`a shared card could not be edited: ${outcome.reason}`);
  }
}

/** Cards whose content goes on living after they were sent. */
const living = new Set(['hearingInvitation', 'voteOpened']);
