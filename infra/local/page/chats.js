import { post } from './api.js';
import { paintConversation, relabelConversation } from './conversation.js';
import { appNow } from './clock.js';
import { avatar, button, fill, h } from './dom.js';
import { isUnread, me, store, tell } from './store.js';
import { shortTime, tr } from './text.js';

const list = h('div', { class: 'chat-list' });
const place = h('div', { class: 'chat-place' });
export const chatsView = h('div', { class: 'chats' }, list, place);

function open(chat) {
  store.conversationId = chat.id;
  tell('conversation');
}

function entry(chat) {
  const unread = isUnread(chat);
  const last = chat.lastText ? `${chat.type === 'personal' ? '' : `${chat.lastFrom}: `}${chat.lastText}` : '';
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: unread ? 'entry unread' : 'entry',
        'aria-current': chat.id === store.conversationId ? 'true' : undefined,
        'data-key': chat.id,
        'data-conversation': chat.id,
        onclick: () => open(chat),
      },
      avatar(chat.name),
      h(
        'span',
        { class: 'entry-text' },
        h('strong', {}, chat.name),
        h(
          'span',
          { class: 'kind' },
          chat.lastAt ? `${tr(chat.type)} · ${shortTime(chat.lastAt, appNow())}` : tr(chat.type),
          unread && h('span', { class: 'badge' }, tr('unread')),
        ),
        last && h('span', { class: 'last' }, last),
      ),
    ),
  );
}

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
  await paintConversation(place);
  paintList();
}
