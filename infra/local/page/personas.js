import { avatar, button, fill, h } from './dom.js';
import { become, me, personaOf, store } from './store.js';
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
  dialog.close();
  void become(persona.objectId);
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

export function openPersonas() {
  title.textContent = tr('choosePersona');
  label.textContent = tr('search');
  shut.textContent = tr('close');
  search.value = '';
  paintResults();
  dialog.showModal();
  search.focus();
}

/** Who one is now, and the last few, to change between quickly. */
export function personaBar() {
  const persona = me();
  const others = store.recent
    .map(personaOf)
    .filter((p) => p && p.objectId !== store.persona)
    .slice(0, 2);
  const chips = others.map((p) =>
    button(p.displayName, () => become(p.objectId), {
      class: 'chip',
      'data-key': `chip ${p.objectId}`,
    }),
  );
  return h(
    'div',
    { class: 'who' },
    h(
      'button',
      {
        type: 'button',
        class: 'me',
        onclick: openPersonas,
        'data-key': 'me',
        'aria-haspopup': 'dialog',
      },
      persona && avatar(persona.organisation || persona.displayName),
      h(
        'span',
        {},
        h('span', { class: 'kind' }, `${tr('youAre')} `),
        h('strong', {}, persona?.displayName ?? tr('choosePersona')),
      ),
      h('span', { class: 'change' }, tr('change')),
    ),
    chips.length > 0 && h('div', { class: 'chips', role: 'group', 'aria-label': tr('recent') }, chips),
  );
}
