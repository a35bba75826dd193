import { conversationById } from '../../store/reach/conversations.ts';
import type { Delivery } from '../../store/reach/deliveries.ts';
import {
  noteAsPut,
  noteNotPut,
  notePut,
  noteRight,
  shownAs,
  takeCard,
} from '../../store/reach/sharedCards.ts';
import { inTurn } from '../frame/inTurn.ts';
import { Moments, paceOf } from './pace.ts';
import type { Work } from '../frame/work.ts';

/** What happens meanwhile asks for its own refresh; this is for what happened just now. */
const mostRounds = 3;

/**
 * Brings cards to show what is so. A card that shows it already is left alone: Teams says when a message was edited,
 * and so would tell that somebody has just changed a ballot. That one failed is an error once all have had their turn.
 */
export async function editCards(work: Work, cards: Delivery[]): Promise<void> {
  const moments = new Moments(work.db, paceOf(work.sendRate));
  await inTurn(cards, 'cards could not be edited', (card) => settle(work, card, moments));
}

/** Put, and looked at again: what it should show may be another thing by the time it was put. */
async function settle(work: Work, card: Delivery, moments: Moments): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    if (await isRight(work, card)) return;
    // An edit costs as much of the permitted rate as a message does, and waits for its moment as one.
    await moments.take(1);
    await moments.next();
    if (!(await put(work, card))) return;
  }
}

async function isRight({ db, composer, house }: Work, card: Delivery): Promise<boolean> {
  const composed = await composer.stands(card);
  const now = house.clock.now();
  if ('cancelled' in composed) return noteAsPut(db, card.id, now).then(() => true);
  const { shows } = composed;
  return shows === (await shownAs(db, card.id)) && (await noteRight(db, card.id, shows!, now));
}

/** False: it cannot be, and is looked at again later. */
async function put({ db, composer, messenger }: Work, card: Delivery): Promise<boolean> {
  const chat = card.conversationId ? await conversationById(db, card.conversationId) : null;
  const taken = await takeCard(db, card.id);
  if (!taken) throw new Error('a card is being edited by another');
  const composed = chat && (await composer.stands(card));
  if (!composed || 'cancelled' in composed) return noteNotPut(db, card.id, taken, false).then(() => false);
  const to = { conversationId: chat.id, serviceUrl: chat.serviceUrl, tenantId: chat.tenantId };
  const outcome = await messenger.update(to, card.activityId!, composed.message);
  if (outcome.sent) return notePut(db, card.id, taken, composed.shows!).then(() => true);
  await noteNotPut(db, card.id, taken, !outcome.retry && outcome.uncertain);
  if (outcome.retry) throw new Error(`a card could not be edited: ${outcome.reason}`);
  return false;
}
