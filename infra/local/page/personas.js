import { avatar } from './chat/avatar.js';
import { announce, button, fill, h } from './dom.js';
import { become, isFirstVisit, store } from './store.js';
import { tr } from './text.js';

const search = h('input', { type: 'search', id: 'persona-search', autocomplete: 'off' });
const label = h('label', { for: 'persona-search' });
const title = h('h2', { id: 'persona-title' });
const hits = h('p', { class: 'unseen', role: 'status' });
const results = h('div', { class: 'results' });
const shut = button('', () => dialog.close(), { class: 'quiet' });
const dialog = h(
  'dialog',
  { class: 'personas', 'aria-labelledby': 'persona-title' },
  h('div', { class: 'dialog-head' }, title, shut),
  label,
  search,
  hits,
  results,
);
document.body.append(dialog);

const plain = (text) => text.toLocaleLowerCase('da').normalize('NFC');

function choose(persona) {
  void become(persona.objectId);
  dialog.close();
}

function option(persona) {
  const posts = persona.posts.map((post) => tr(`post.${post}`));
  const marks = [...posts, !persona.installed && tr('noBot')].filter(Boolean).join(' · ');
  return h(
    'li',
    {},
    h(
      'button',
      {
        type: 'button',
        class: 'persona',
        'aria-current': persona.objectId === store.persona ? 'true' : undefined,
        'data-persona': persona.objectId,
        onclick: () => choose(persona),
      },
      avatar(persona.organisation || persona.displayName),
      h('span', {}, persona.role, marks && h('span', { class: 'kind posts' }, marks)),
    ),
  );
}

function paintResults() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  const found = store.overview.personas.filter((p) => words.every((w) => plain(p.displayName).includes(w)));
  const groups = Map.groupBy(found, (p) => p.organisation || tr('others'));
  results.dataset.of = store.overview.personas.length;
  hits.textContent = words.length ? tr('hits', { n: found.length }) : '';
  if (found.length === 0) return fill(results, h('p', { class: 'empty' }, tr('noHits')));
  fill(
    results,
    [...groups].map(([organisation, people]) =>
      h('section', {}, h('h3', {}, organisation), h('ul', {}, people.map(option))),
    ),
  );
}

search.addEventListener('input', paintResults);
search.addEventListener('keydown', (event) => {
  const first = results.querySelector('[data-persona]');
  if (event.key !== 'Enter' || !first) return;
  // The focus goes back to the button that opened this; the same key press must not press that too.
  event.preventDefault();
  first.click();
});

let asked = false;
/** On a first visit the page asks who one is; once, and never after a choice. */
export function askWho() {
  if (dialog.open && Number(results.dataset.of) !== store.overview.personas.length) paintResults();
  if (asked || !isFirstVisit()) return;
  asked = true;
  openPersonas();
}

/** Closed without a choice nothing is chosen. What opened it has the focus again, or else the way to open it. */
dialog.addEventListener('close', () => {
  if (!store.persona) announce(tr('nobody'));
  const { activeElement: at } = document;
  if (at === document.body || dialog.contains(at)) document.querySelector('[data-key="me"]')?.focus();
});

export function openPersonas() {
  title.textContent = tr('choosePersona');
  label.textContent = tr('search');
  shut.textContent = tr('close');
  search.value = '';
  paintResults();
  dialog.showModal();
  search.focus();
}
