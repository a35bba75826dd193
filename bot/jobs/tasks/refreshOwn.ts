import type { Jobs } from '../enqueue.ts';
import { inTurn } from '../inTurn.ts';
import { Moments, paceOf } from '../pace.ts';
import type { Work } from '../queue.ts';
import { conversationById } from '../../store/conversations.ts';
import { ownCards, type OwnCard } from '../../store/ownCards.ts';
import { noteNotPut, notePut, takeCard } from '../../store/sharedCards.ts';
import { canonicalJson, sha256 } from '../../process/trail.ts';

/**
 * Edits what an organisation was asked in its people's own chats, once it has answered: the last reminder and the last
 * proposal of each sender, a card or two. An invitation is left alone, since somebody may be writing in it; pressed when it
 * is no longer true, it is answered with a card that is.
 */
export async function refreshOwn(work: Work, subject: Jobs['refreshOwn']): Promise<void> {
  const moments = new Moments(work.db, paceOf(work.sendRate));
  const cards = await ownCards(work.db, subject);
  await inTurn(cards, 'own cards could not be edited', (card) => settle(work, card, moments));
}

async function settle(work: Work, card: OwnCard, moments: Moments): Promise<void> {
  const { db, composer, messenger } = work;
  const chat = card.conversationId ? await conversationById(db, card.conversationId) : null;
  const wanted = chat && (await composer.settled(card));
  if (!wanted || !card.activityId || sha256(canonicalJson(wanted.card)) === card.shownHash) return;
  await moments.take(1);
  await moments.next();
  const taken = await takeCard(db, card.id);
  if (!taken) throw new Error('an own card is being edited by another');
  const message = await composer.settled(card);
  if (!message) return noteNotPut(db, card.id, taken, false);
  const to = { conversationId: chat.id, serviceUrl: chat.serviceUrl, tenantId: chat.tenantId };
  const outcome = await messenger.update(to, card.activityId, message);
  if (outcome.sent) return notePut(db, card.id, taken, sha256(canonicalJson(message.card)));
  await noteNotPut(db, card.id, taken, !outcome.retry && outcome.uncertain);
  if (outcome.retry) throw new Error(`an own card could not be edited: ${outcome.reason}`);
}
