import type { Jobs } from '../enqueue.ts';
import { Moments, paceOf } from '../pace.ts';
import type { Work } from '../queue.ts';
import { conversationById } from '../../store/conversations.ts';
import { noteShown } from '../../store/deliveries.ts';
import { ownCards } from '../../store/ownCards.ts';
import { canonicalJson, sha256 } from '../../process/trail.ts';

/**
 * Edits what an organisation was asked in its people's own chats, once it has answered: the last reminder and the last
 * proposal of each sender, a card or two. An invitation is left alone, since somebody may be writing in it; pressed when it
 * is no longer true, it is answered with a card that is.
 */
export async function refreshOwn(work: Work, subject: Jobs['refreshOwn']): Promise<void> {
  const moments = new Moments(work.db, paceOf(work.sendRate));
  for (const card of await ownCards(work.db, subject)) {
    const chat = card.conversationId ? await conversationById(work.db, card.conversationId) : null;
    const message = chat && (await work.composer.settled(card));
    if (!chat || !message || !card.activityId) continue;
    const shown = sha256(canonicalJson(message.card));
    if (shown === card.shownHash) continue;
    await moments.take(1);
    await moments.next();
    const to = { conversationId: chat.id, serviceUrl: chat.serviceUrl, tenantId: chat.tenantId };
    const outcome = await work.messenger.update(to, card.activityId, message);
    if (outcome.sent) await noteShown(work.db, card.id, shown);
    if (!outcome.sent && outcome.retry) throw new Error(`an own card could not be edited: ${outcome.reason}`);
  }
}
