import { post } from '../api.js';
import { paintConversation, relabelConversation } from './conversation.js';
import { entry } from './chatEntry.js';
import { button, fill, h } from '../dom.js';
import { nobody } from '../nobody.js';
import { me, store } from '../store.js';
import { tr } from '../text.js';

const list = h('div', { class: 'chat-list' });
const place = h('div', { class: 'chat-place' });
export const chatsView = h('div', { class: 'chats' }, list, place);

function botSwitch() {
  const persona = me();
  if (!persona) return null;
  const [path, label] = persona.installed ? ['/uninstall', tr('uninstall')] : ['/install', tr('install')];
  return button(label, () => post(path, { objectId: persona.objectId }), {
    class: 'quiet',
    'data-key': 'bot',
  });
}

function paintList() {
  if (!me()) return fill(list, h('h2', {}, tr('chats')), nobody('chats'));
  const chats = store.chats.map(entry);
  fill(
    list,
    h('h2', {}, tr('chats')),
    chats.length ? h('ul', {}, chats) : h('p', { class: 'empty' }, tr('noChats')),
    botSwitch(),
  );
}

export async function paintChats(what) {
  if (what === 'language') relabelConversation();
  chatsView.dataset.open = store.conversationId ? 'yes' : 'no';
  // The list first: while messages are fetched it would still be that of the person before.
  paintList();
  await paintConversation(place);
}
