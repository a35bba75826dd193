import { get } from '../api.js';
import { openLink } from './cards.js';
import { button, fill, h } from '../dom.js';
import { newest } from '../newest.js';
import { released } from '../press.js';
import { become, store } from '../store.js';
import { dayAndTime, tr } from '../text.js';

const list = h('div', { class: 'chat-list' });
const detail = h('div', { class: 'chat-place', tabindex: -1 });
export const mailsView = h('div', { class: 'chats' }, list, detail);
let open = null;

const addresses = (mail) => mail.to.map((t) => (t.name ? `${t.name} <${t.address}>` : t.address)).join(', ');

function entry(mail) {
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'entry',
        'aria-current': mail.id === open ? 'true' : undefined,
        'data-key': mail.id,
        'data-mail': mail.id,
        onclick: () => {
          open = mail.id;
          void paintMails();
        },
      },
      h(
        'span',
        { class: 'entry-text' },
        h('strong', {}, mail.subject),
        h('span', { class: 'last' }, `${tr('to')}: ${addresses(mail)}`),
        h('span', { class: 'kind' }, dayAndTime(mail.at)),
      ),
    ),
  );
}

function linked(text) {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, i) => (i % 2 ? h('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part));
}

function content(mail) {
  if (mail.contentType.toLowerCase() !== 'html')
    return h('div', { class: 'mail-text' }, linked(mail.content));
  // What a mail program would show and no more: the policy forbids scripts, forms and everything from the network.
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">`;
  const sandbox = 'allow-popups allow-scripts';
  return h('iframe', { class: 'mail-html', sandbox, srcdoc: head + mail.content, title: mail.subject });
}

/** The mail's frame is sealed; its links are pressed here, as the one who got the mail. */
function links(mail) {
  if (mail.contentType.toLowerCase() !== 'html') return null;
  const anchors = new DOMParser().parseFromString(mail.content, 'text/html').querySelectorAll('a[href]');
  const reader = store.overview.personas.find((p) => mail.to.some((t) => t.address === p.email));
  const press = async (href) => {
    if (reader) await become(reader.objectId);
    openLink(href);
  };
  return [...anchors].map((a) => button(a.textContent.trim() || a.href, () => press(a.href)));
}

function sheet(mail) {
  const fact = (name, value) => value && [h('dt', {}, name), h('dd', {}, value)];
  return h(
    'article',
    { class: 'mail' },
    button('‹', () => ((open = null), paintMails()), {
      class: 'back',
      'aria-label': tr('mailList'),
    }),
    h('h2', {}, mail.subject),
    h(
      'dl',
      {},
      fact(tr('from'), mail.from),
      fact(tr('to'), addresses(mail)),
      fact(tr('replyTo'), mail.replyTo.join(', ')),
    ),
    content(mail),
    h('div', { class: 'row' }, links(mail)),
  );
}

/** A line of somebody's activity feed; it opens as that person. */
function feedLine({ id, at, objectId, text, link }) {
  const reader = store.overview.personas.find((one) => one.objectId === objectId);
  const press = async () => {
    await become(objectId);
    openLink(link);
  };
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'entry', 'data-key': id, onclick: press },
      h(
        'span',
        { class: 'entry-text' },
        h('strong', {}, text),
        h('span', { class: 'last' }, `${tr('to')}: ${reader?.displayName ?? ''}`),
        h('span', { class: 'kind' }, dayAndTime(at)),
      ),
    ),
  );
}

const newestLists = newest();
export async function paintMails() {
  if (store.view !== 'mails') return;
  const lists = await newestLists(() => Promise.all([get('/mails'), get('/feed')]));
  await released();
  if (!lists) return;
  const [mails, feed] = lists.map((one) => one.reverse());
  const chosen = mails.find((m) => m.id === open);
  mailsView.dataset.open = chosen ? 'yes' : 'no';
  fill(
    list,
    h('h2', {}, tr('mailList')),
    mails.length ? h('ul', {}, mails.map(entry)) : h('p', { class: 'empty' }, tr('noMails')),
    feed.length > 0 && [h('h2', {}, tr('feed')), h('ul', {}, feed.map(feedLine))],
  );
  if (detail.dataset.mail === `${open}` && chosen) return;
  detail.dataset.mail = `${open}`;
  fill(
    detail,
    chosen ? sheet(chosen) : h('p', { class: 'empty pick' }, mails.length ? tr('pickMail') : tr('noMails')),
  );
}
