import { post } from './api.js';
import { me, store } from './store.js';

const MINUTE = 60_000;
const MANY = 60;
const asked = new Map();

/** Does Teams ask for this card again by itself? Not in channels, and only for those it names. */
export function refreshes(card, chat) {
  const action = card?.refresh?.action;
  if (!action || chat.type === 'channel') return false;
  const { userIds } = card.refresh;
  return userIds ? userIds.slice(0, MANY).includes(me()?.mri) : chat.members <= MANY;
}

/** As Teams does when a card comes into view: once per edit, and again when the last time is a minute ago. */
export function autoRefresh(message, chat) {
  const card = message.cards[0];
  if (!refreshes(card, chat)) return;
  const key = `${store.persona} ${message.id}`;
  const last = asked.get(key);
  if (last && last.version === message.version && Date.now() - last.at < MINUTE) return;
  asked.set(key, { version: message.version, at: Date.now() });
  void refreshNow(message, chat, 'automatic').catch(() => undefined);
}

export function refreshNow(message, chat, trigger) {
  const { verb, data } = message.cards[0].refresh.action;
  const ids = { objectId: store.persona, conversationId: chat.id, activityId: message.id };
  return post('/click', { ...ids, verb, data, trigger });
}
