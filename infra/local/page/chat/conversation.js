import { encode, get, post } from '../api.js';
import { cardSlot } from './cards.js';
import { avatar } from './avatar.js';
import { announce, button, fill, h } from '../dom.js';
import { guide } from '../guide.js';
import { newest } from '../newest.js';
import { released } from '../press.js';
import { autoRefresh, refreshNow } from '../refresh.js';
import { me, personaOf, store, tell } from '../store.js';
import { clockTime, dayOf, longDay, tr } from '../text.js';
import { markSeen } from './unread.js';

const pane = h('section', { class: 'conversation', 'aria-labelledby': 'chat-name' });
const head = h('header', { class: 'chat-head' });
const log = h('div', { class: 'log', role: 'log', tabindex: 0 });
const composer = h('form', { class: 'composer' });
pane.append(head, log, composer);

let open = { key: '', rows: new Map() };
const currentChat = () => store.chats.find((c) => c.id === store.conversationId);
const currentKey = () => `${store.persona} ${store.conversationId}`;

function clickIn(messageId) {
  return async ({ verb, data }) => {
    const chat = currentChat();
    const ids = { objectId: store.persona, conversationId: chat.id, activityId: messageId };
    const reply = await post('/click', { ...ids, verb, data, trigger: 'manual' });
    if (reply.body?.type === 'application/vnd.microsoft.card.adaptive') announce(tr('answered'));
    return reply;
  };
}

function rowOf(message) {
  const slot = message.from === null ? cardSlot(clickIn(message.id)) : null;
  const body = h('div', { class: 'text' });
  const meta = h('div', { class: 'meta' });
  const foot = h('div', { class: 'foot' });
  const own = message.from === store.persona;
  const person = personaOf(message.from);
  const face = own ? null : avatar(person?.organisation || message.fromName);
  const bubble = h('div', { class: 'bubble' }, meta, body, slot?.element, foot);
  const kind = own ? 'mine' : message.from === null ? 'bot' : 'theirs';
  const reply = message.rootId && message.rootId !== message.id ? ' reply' : '';
  const element = h(
    'article',
    { class: `message ${kind}${reply}`, 'data-message': message.id },
    face,
    bubble,
  );
  return { element, slot, body, meta, foot };
}

function paint(row, message, chat) {
  const edited = message.editedAt ? ` · ${tr('edited')}` : '';
  const who = message.from === store.persona ? '' : message.fromName;
  const app = message.from === null ? h('span', { class: 'tag' }, tr('bot')) : null;
  fill(row.meta, who && h('strong', {}, who), app, h('span', {}, `${clockTime(message.at)}${edited}`));
  row.body.textContent = message.deleted ? tr('deleted') : message.cards.length ? '' : message.text;
  row.body.hidden = row.body.textContent === '';
  if (!row.slot) return;
  const [card] = message.cards;
  row.slot.element.hidden = !card;
  if (!card) return;
  row.slot.update(card);
  const refresh = card.refresh?.action
    ? button(tr('refreshCard'), () =>
        refreshNow(message, chat, 'manual').catch(() => announce(tr('wentWrong'))),
      )
    : null;
  fill(row.foot, message.ownView && h('span', { class: 'only-you' }, tr('onlyYou')), refresh);
  row.foot.hidden = row.foot.childElementCount === 0;
}

const inThreads = (messages) =>
  [...messages].sort(
    (a, b) => (a.rootId ?? a.id).localeCompare(b.rootId ?? b.id) || a.id.localeCompare(b.id),
  );

function paintLog(messages, chat) {
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  const fresh = log.childElementCount === 0;
  let previous = null;
  let day = '';
  for (const rule of log.querySelectorAll('.day, .empty')) rule.remove();
  for (const message of inThreads(messages)) {
    let row = open.rows.get(message.id);
    const isNew = !row;
    if (!row) open.rows.set(message.id, (row = rowOf(message)));
    paint(row, message, chat);
    const before = previous ? previous.nextSibling : log.firstChild;
    // Moving an element that stands right would cost what is being typed in it its focus.
    if (before !== row.element) log.insertBefore(row.element, before);
    if (dayOf(message.at) !== day) {
      day = dayOf(message.at);
      log.insertBefore(h('p', { class: 'day' }, longDay(message.at)), row.element);
    }
    previous = row.element;
    if (isNew || message.editedAt) autoRefresh(message, chat);
  }
  if (messages.length === 0) log.replaceChildren(h('p', { class: 'empty' }, tr('noMessages')));
  if (fresh || atEnd) log.scrollTop = log.scrollHeight;
}

function paintHead(chat) {
  const meeting = store.overview.meetings.find((m) => m.id === chat.meetingId);
  const back = button('‹', () => leave(), { class: 'back', 'aria-label': tr('back') });
  const about = `${tr(chat.type)}${chat.type === 'personal' ? '' : ` · ${tr('members', { n: chat.members })}`}`;
  const title = h('div', {}, h('h2', { id: 'chat-name' }, chat.name), h('p', {}, about));
  const inside = meeting?.inMeeting.includes(store.persona);
  const toggle = () =>
    post(`/meetings/${encode(meeting.id)}/presence`, {
      objectId: store.persona,
      inMeeting: !inside,
    });
  const presence = meeting
    ? h(
        'div',
        { class: 'presence' },
        h('span', { class: inside ? 'dot in' : 'dot' }, inside ? tr('inMeeting') : tr('notInMeeting')),
        button(inside ? tr('leave') : tr('join'), toggle, { 'data-key': 'presence' }),
      )
    : null;
  fill(head, back, avatar(chat.name), title, presence);
}

function leave() {
  store.conversationId = null;
  tell('conversation');
}

const pending = new Map();

function paintComposer(chat) {
  const shared = chat.type !== 'personal';
  const label = shared ? tr('writeShared', { bot: store.overview.botName }) : tr('write');
  const key = `${currentKey()} ${label}`;
  if (composer.dataset.key === key) return;
  composer.dataset.key = key;
  const draftKey = currentKey();
  const field = h('textarea', {
    id: 'write',
    rows: 1,
    placeholder: label,
    value: pending.get(draftKey) ?? '',
  });
  const send = async (text) => {
    if (!text.trim()) return;
    const mention = text.includes(`@${store.overview.botName}`);
    await post('/say', {
      objectId: store.persona,
      conversationId: chat.id,
      text: text.trim(),
      mention,
    });
  };
  const submit = () => {
    void send(field.value);
    field.value = '';
    pending.delete(draftKey);
  };
  field.addEventListener('input', () => pending.set(draftKey, field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  composer.onsubmit = (event) => {
    event.preventDefault();
    submit();
  };
  const quick = ['status', 'tasks', 'help'].map((name) =>
    button(tr(name), () => send(shared ? `@${store.overview.botName} ${tr(name)}` : tr(name))),
  );
  composer.replaceChildren(
    h('div', { class: 'quick', role: 'group', 'aria-label': tr('commands') }, quick),
    h('label', { class: 'unseen', for: 'write' }, label),
    h('div', { class: 'line' }, field, h('button', { type: 'submit', class: 'primary' }, tr('send'))),
  );
}

/** What another person saw, or another chat, goes at once: it is not to be read or pressed while this is fetched. */
function clearLog(key) {
  open = { key, rows: new Map() };
  log.replaceChildren();
}

const newestMessages = newest();
export async function paintConversation(place) {
  const chat = currentChat();
  if (!chat || !me()) {
    clearLog('');
    return fill(place, guide());
  }
  if (pane.parentElement !== place) place.replaceChildren(pane);
  log.setAttribute('aria-label', tr('messages', { name: chat.name }));
  paintHead(chat);
  paintComposer(chat);
  const key = currentKey();
  if (open.key !== key) clearLog(key);
  const path = `/chats/${encode(chat.id)}/messages?as=${store.persona}`;
  const messages = await newestMessages(() => get(path));
  await released();
  if (!messages || key !== currentKey()) return;
  paintLog(messages, chat);
  markSeen(chat.id);
}

/** Texts change with the language; cards and what is typed in them stay. */
export const relabelConversation = () => delete composer.dataset.key;
