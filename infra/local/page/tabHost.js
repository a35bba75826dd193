import { post } from './api.js';
import { openLink } from './chat/cards.js';
import { button, fill, h } from './dom.js';
import { nobody } from './nobody.js';
import { me, store } from './store.js';
import { tr } from './text.js';

const SDK_VERSION = '2.58.0';
const notice = h('div', { class: 'notice', role: 'status', hidden: true });
const holder = h('div', { class: 'frame' });
export const tabView = h('div', { class: 'tab' }, notice, holder);

let frame = null;
let popup = null;
let loaded = '';
const handlers = new Set();

/** What this host can do; teams-js reports everything else as not supported. */
const runtime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { pages: {} },
};

function context() {
  const persona = me();
  return {
    locale: store.locale === 'da' ? 'da-dk' : 'en-gb',
    theme: store.theme,
    entityId: store.tabTarget?.pageId || 'cases',
    subEntityId: store.tabTarget?.subPageId ?? '',
    userObjectId: persona?.objectId ?? '',
    userDisplayName: persona?.displayName ?? '',
    userPrincipalName: persona?.email ?? '',
    loginHint: persona?.email ?? '',
    userLicenseType: persona?.guest ? 'Guest' : 'Unknown',
    tid: store.overview.tenantId,
    frameContext: 'content',
    hostName: 'Teams',
    hostClientType: 'web',
    sessionId: store.session,
    appSessionId: store.session,
    ringId: 'general',
    isFullScreen: false,
  };
}
store.session = crypto.randomUUID();

async function token() {
  try {
    const answer = await post('/token', { objectId: store.persona });
    return [true, answer.token];
  } catch (error) {
    return [false, String(error)];
  }
}

/** Asks in a window of its own, as Teams does; the window tells by teams-js how it ended. */
function authenticate([url, width, height]) {
  popup?.window.close();
  // teams-js lets no address pass that is not https, and here there is none.
  const here = url.replace(`https://${location.host}/`, `${location.origin}/`);
  const opened = window.open(here, 'consent', `popup,width=${width ?? 600},height=${height ?? 640}`);
  if (!opened) return [false, 'FailedToOpenWindow'];
  return new Promise((answer) => {
    popup = { window: opened, answer };
    const gone = setInterval(() => {
      if (!opened.closed) return;
      clearInterval(gone);
      answer([false, 'CancelledByUser']);
    }, 300);
  });
}

/** What a window of ours is answered, or what it ends with. */
const windowFunctions = {
  initialize: () => ['authentication', 'web', JSON.stringify(runtime), SDK_VERSION],
  'authentication.authenticate.success': ([result]) => void popup.answer([true, result ?? '']),
  'authentication.authenticate.failure': ([reason]) => void popup.answer([false, reason ?? '']),
};

function navigate({ pageId, subPageId, webUrl }) {
  if (!pageId && webUrl) openLink(webUrl);
  else store.tabTarget = { pageId, subPageId: subPageId ?? '' };
  paintTab('tabTarget');
  return [true];
}

function shareLink([subPageId, label]) {
  const link = new URL(`https://teams.microsoft.com/l/entity/${store.overview.appId}/${context().entityId}`);
  link.searchParams.set('label', label ?? '');
  link.searchParams.set('context', JSON.stringify({ subEntityId: subPageId }));
  const field = h('input', { readonly: true, value: link.href, 'aria-label': tr('shareLink') });
  const copy = button(tr('copy'), async () => {
    await navigator.clipboard?.writeText(link.href).catch(() => field.select());
    copy.textContent = tr('copied');
  });
  notice.hidden = false;
  fill(
    notice,
    h('span', {}, tr('shareLink')),
    field,
    copy,
    button(tr('close'), () => (notice.hidden = true)),
  );
}

/** The host's side of teams-js: a function name from the tab → the arguments of the answer, or nothing. */
const functions = {
  initialize: () => ['content', 'web', JSON.stringify(runtime), SDK_VERSION],
  getContext: () => [context()],
  'authentication.getAuthToken': token,
  'authentication.authenticate': authenticate,
  registerHandler: ([name]) => void handlers.add(name),
  'appInitialization.appLoaded': () => void holder.classList.add('loaded'),
  'appInitialization.success': () => void holder.classList.add('ready'),
  'appInitialization.failure': ([reason, message]) => void failed(reason, message),
  'appInitialization.expectedFailure': ([reason, message]) => void failed(reason, message),
  'pages.navigateToApp': ([target]) => navigate(target ?? {}),
  executeDeepLink: ([link]) => {
    openLink(link);
    return [true];
  },
  shareDeepLink: (args) => void shareLink(args),
};

function failed(reason, message) {
  notice.hidden = false;
  fill(notice, h('span', {}, `${tr('wentWrong')} ${[reason, message].filter(Boolean).join(': ')}`));
}

/** Who speaks to us: the tab in its frame, or the window it asked us to open. */
function spokenBy({ source }) {
  if (frame && source === frame.contentWindow) return functions;
  return popup && source === popup.window ? windowFunctions : null;
}

window.addEventListener('message', async (event) => {
  const known = spokenBy(event);
  if (!known || typeof event.data?.func !== 'string') return;
  const { id, uuidAsString, func, args } = event.data;
  const { source } = event;
  const answer = await known[func]?.(args ?? []);
  if (answer) source?.postMessage({ id, uuidAsString, args: answer }, event.origin);
});

function tellTab(func, args) {
  if (frame && handlers.has(func)) frame.contentWindow?.postMessage({ func, args }, location.origin);
}

function load() {
  handlers.clear();
  notice.hidden = true;
  holder.classList.remove('loaded', 'ready');
  const src = store.tabTarget?.path ?? '/tab/';
  frame = h('iframe', { src, title: tr('tabFrame'), allow: 'clipboard-write' });
  holder.replaceChildren(frame);
}

export function paintTab(what) {
  if (store.view !== 'tab') return;
  if (!me()) {
    frame = null;
    return fill(holder, nobody('tab'));
  }
  const wanted = `${store.persona} ${store.locale}`;
  if (wanted !== loaded || what === 'tabTarget' || !frame) {
    loaded = wanted;
    return load();
  }
  if (what !== 'theme') return;
  tellTab('themeChange', [store.theme]);
  tellTab('contextChange', [context()]);
}
