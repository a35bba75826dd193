import { avatar } from './avatar.js';
import { appNow } from '../clock.js';
import { h } from '../dom.js';
import { store, tell } from '../store.js';
import { shortTime, tr } from '../text.js';
import { isUnread } from './unread.js';

function open(chat) {
  store.conversationId = chat.id;
  tell('conversation');
}

/** A chat in the list: its name, what it is, and the last thing said. */
export function entry(chat) {
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
