import { chatsView, paintChats } from './chat/chats.js';
import { loadClock } from './clock.js';
import { clockMenu } from './clockMenu.js';
import { fill, h, icon } from './dom.js';
import { faultsView, paintFaults } from './faults.js';
import { mailsView, paintMails } from './chat/mails.js';
import { meetingView, paintMeeting } from './chat/meeting.js';
import { personaBar } from './personaBar.js';
import { askWho } from './personas.js';
import { whenReleased } from './press.js';
import { become, keep, listen, loadChats, loadOverview, show, store, tell } from './store.js';
import { paintTeam, teamView } from './chat/team.js';
import { paintTab, tabView } from './tabHost.js';
import { languages, setLocale, tr } from './text.js';

const element = (id) => document.getElementById(id);
const views = {
  chat: [chatsView, 'M4 5h16v11H9l-5 4z', paintChats],
  meeting: [meetingView, 'M3 7h12v10H3zM15 11l6-3v8l-6-3', paintMeeting],
  tab: [tabView, 'M4 5h16v14H4zM4 10h16M10 10v9', paintTab],
  team: [
    teamView,
    'M8 11a3 3 0 100-6 3 3 0 000 6zM2 19c0-4 12-4 12 0M16 11a3 3 0 000-6M17 14c3 0 5 2 5 5',
    paintTeam,
  ],
  mails: [mailsView, 'M3 6h18v12H3zM3 7l9 7 9-7', paintMails],
  faults: [faultsView, 'M13 3L5 14h6l-1 7 8-11h-6z', paintFaults],
};

function choice(name, label, values) {
  const options = values.map(([value, text]) =>
    h('option', { value, selected: store[name] === value }, text),
  );
  const select = h('select', {
    'aria-label': label,
    'data-key': name,
    onchange: () => setChoice(name, select.value),
  });
  select.append(...options);
  return select;
}

function setChoice(name, value) {
  store[name] = value;
  keep();
  if (name === 'locale') setLocale(value);
  tell(name === 'locale' ? 'language' : 'theme');
}

const brand = h('h1');
const who = h('div', { class: 'who-place' });
const settings = h('div', { class: 'settings' });
element('top').append(brand, who, settings);

/** Drawn again only when the words change: an open menu must not close because a message came. */
function paintSettings() {
  const key = `${store.locale} ${store.theme}`;
  if (settings.dataset.for === key) return;
  settings.dataset.for = key;
  const themes = ['default', 'dark', 'contrast'].map((name) => [name, tr(name)]);
  const tongues = Object.keys(languages).map((code) => [code, code === 'da' ? 'Dansk' : 'English']);
  fill(
    brand,
    h('img', { src: '/page/icon.svg', alt: '', width: 28, height: 28 }),
    h('span', {}, tr('title')),
  );
  fill(
    settings,
    clockMenu(),
    choice('locale', tr('language'), tongues),
    choice('theme', tr('theme'), themes),
  );
}

function paintRail() {
  const counts = { mails: store.overview.mails, faults: store.overview.faults.length };
  const entries = Object.entries(views).map(([name, [, path]]) =>
    h(
      'button',
      {
        type: 'button',
        'aria-current': store.view === name ? 'page' : undefined,
        'data-key': `view ${name}`,
        'data-view': name,
        onclick: () => show(name),
      },
      icon(path),
      h('span', {}, tr(name)),
      counts[name] ? h('span', { class: 'count' }, String(counts[name])) : null,
    ),
  );
  element('rail').setAttribute('aria-label', tr('views'));
  fill(element('rail'), entries);
}

function paintFrame() {
  document.documentElement.lang = store.locale;
  document.documentElement.dataset.theme = store.theme;
  document.title = tr('title');
  element('skip').textContent = tr('skip');
  const { scenario } = store.overview;
  element('note').hidden = !scenario;
  const practice = scenario ? tr('practice', { name: scenario.title[store.locale] }) : '';
  fill(element('note'), h('span', {}, practice), ' ', h('span', { class: 'sources' }, tr('sources')));
  paintSettings();
  fill(who, personaBar());
  paintRail();
}

function paintView(what) {
  for (const [name, [view]] of Object.entries(views)) view.hidden = name !== store.view;
  return views[store.view]?.[2](what);
}

let underWay = 0;
/** While something is asked for or still to be drawn, the page says that it is not ready. */
async function unready(work) {
  underWay += 1;
  document.documentElement.dataset.ready = 'no';
  try {
    await work();
  } finally {
    underWay -= 1;
    if (underWay === 0) document.documentElement.dataset.ready = 'yes';
  }
}

listen((what) =>
  whenReleased(() => {
    if (!['message', 'view', 'conversation'].includes(what)) paintFrame();
    void unready(() => paintView(what));
  }),
);

/** One round of loading at a time; what changes meanwhile asks for one more. */
function createReloader() {
  let running = false;
  let waiting = new Set();
  return async function reload(kind) {
    waiting.add(kind);
    if (running) return;
    running = true;
    while (waiting.size > 0) {
      const kinds = waiting;
      waiting = new Set();
      const onlyTalk = [...kinds].every((k) => k === 'message' || k === 'view');
      if (kinds.has('clock')) await loadClock();
      if (!onlyTalk) await loadOverview().catch(() => undefined);
      await loadChats().catch(() => undefined);
      tell(onlyTalk ? 'message' : 'overview');
      whenReleased(askWho);
    }
    running = false;
  };
}

function watch() {
  const reload = createReloader();
  const source = new EventSource('/_platform/events');
  const heard = (kind) => void unready(() => reload(kind));
  source.onmessage = (event) => heard(JSON.parse(event.data).kind);
  // After a restart of the stand-in everything may be different.
  source.onopen = () => heard('clock');
}

window.addEventListener('hashchange', () => show(location.hash.slice(1) || 'chat'));
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.menu[open]'))
    if (!menu.contains(event.target)) menu.removeAttribute('open');
});
document.addEventListener('keydown', (event) => {
  const open = event.key === 'Escape' && document.querySelector('details.menu[open]');
  if (!open) return;
  open.removeAttribute('open');
  open.querySelector('summary').focus();
});

element('main').append(...Object.values(views).map(([view]) => view));
if (!views[store.view]) store.view = 'chat';
await unready(async () => {
  await Promise.all([loadOverview(), loadClock()]);
  if (store.persona) await become(store.persona);
  else tell('overview');
  watch();
  askWho();
});
