import { hostConfig } from './hostConfig.js';
import { markdown } from './markdown.js';
import { h } from '../dom.js';
import { released } from '../press.js';
import { show, store, tell } from '../store.js';
import { tr } from '../text.js';

const { AdaptiveCards } = window;
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown(text);
  result.didProcess = true;
};

/** A link into the tab opens the tab here; every other link a new window. */
export function openLink(address) {
  const url = new URL(address, location.href);
  const entity = url.hostname === 'teams.microsoft.com' && url.pathname.startsWith('/l/entity/');
  if (entity) {
    const context = JSON.parse(url.searchParams.get('context') ?? '{}');
    store.tabTarget = {
      subPageId: context.subEntityId ?? '',
      pageId: url.pathname.split('/')[4] ?? '',
    };
    return showTab();
  }
  if (url.origin === location.origin && url.pathname.startsWith('/tab')) {
    store.tabTarget = { path: url.pathname + url.search + url.hash };
    return showTab();
  }
  window.open(url, '_blank', 'noopener');
}

function showTab() {
  show('tab');
  tell('tabTarget');
}

/** Has the person begun something in this card that a new one would wipe? */
const isBusy = (element) =>
  element.dataset.dirty === 'yes' || element.querySelector('[aria-expanded="true"]') !== null;

const answerOf = (reply) => {
  const { body } = reply;
  if (body?.type === 'application/vnd.microsoft.card.adaptive' && body.statusCode === 200)
    return { card: true };
  if (body?.type === 'application/vnd.microsoft.activity.message') return { note: String(body.value) };
  return { error: body?.value?.message ?? tr('wentWrong') };
};

/**
 * Draws a card into `element`. `click({ verb, data })` sends it to the app; what comes back is told under the card,
 * and the inputs stay as they are unless a card came back.
 */
export function drawCard(element, json, click) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.parse(json, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  const said = h('p', { class: 'said', role: 'status' });
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) return openLink(action.url);
    if (action instanceof AdaptiveCards.ExecuteAction) void run(action);
  };
  const run = async (action) => {
    if (element.getAttribute('aria-busy') === 'true') return;
    element.setAttribute('aria-busy', 'true');
    say(said, tr('sending'), 'busy');
    const data = typeof action.data === 'object' && action.data ? action.data : {};
    const answer = await click({ verb: action.verb, data }).then(answerOf, () => ({
      error: tr('wentWrong'),
    }));
    element.removeAttribute('aria-busy');
    say(said, answer.error ?? answer.note ?? '', answer.error ? 'bad' : 'good');
  };
  const rendered = card.render();
  if (json.lang) element.setAttribute('lang', json.lang);
  element.classList.toggle('wide', json.msteams?.width === 'Full');
  element.replaceChildren(...(rendered ? [rendered] : []), said);
  element.dataset.dirty = 'no';
  tidyRoles(element);
}

function say(place, text, tone) {
  place.textContent = text;
  place.className = `said ${tone}`;
  if (tone === 'bad') place.scrollIntoView({ block: 'nearest' });
}

/** The renderer makes menus of buttons; a screen reader is better served by the buttons they are. */
function tidyRoles(element) {
  for (const bar of element.querySelectorAll('[role="menubar"], [role="menu"]')) bar.removeAttribute('role');
  for (const item of element.querySelectorAll('button[role], [role="menuitem"]'))
    item.setAttribute('role', 'button');
}

/** One card of a message: drawn again only when it has changed and nothing half-typed would be lost. */
export function cardSlot(click) {
  const card = h('div', { class: 'card', tabindex: -1 });
  const newer = h('div', { class: 'newer', hidden: true });
  const slot = h('div', { class: 'slot' }, newer, card);
  for (const event of ['input', 'change']) card.addEventListener(event, () => (card.dataset.dirty = 'yes'));
  let shown = '';
  const draw = (json) => {
    const focused = card.contains(document.activeElement);
    newer.hidden = true;
    shown = JSON.stringify(json);
    drawCard(card, json, answered);
    if (focused) card.focus({ preventScroll: true });
  };
  // The answer to one's own click is wanted, whatever stands half-typed.
  const answered = async (action) => {
    const reply = await click(action);
    await released();
    if (answerOf(reply).card) draw(reply.body.value);
    return reply;
  };
  const update = (json) => {
    if (JSON.stringify(json) === shown) return void (newer.hidden = true);
    if (shown === '' || !isBusy(card)) return draw(json);
    newer.hidden = false;
    newer.replaceChildren(
      h('span', {}, tr('newer')),
      h('button', { type: 'button', onclick: () => draw(json) }, tr('showNewer')),
    );
  };
  return { element: slot, update };
}
