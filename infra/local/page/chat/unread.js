import { keep, store } from '../store.js';

const seenKey = (conversationId) => `${store.persona} ${conversationId}`;
export const isUnread = (chat) =>
  chat.lastId !== null &&
  chat.id !== store.conversationId &&
  (store.seen[seenKey(chat.id)] ?? '') < chat.lastId;

export function markSeen(conversationId) {
  const chat = store.chats.find((c) => c.id === conversationId);
  if (!chat?.lastId || store.seen[seenKey(conversationId)] === chat.lastId) return;
  store.seen[seenKey(conversationId)] = chat.lastId;
  keep();
}
