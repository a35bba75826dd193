import { avatar } from './chat/avatar.js';
import { button, h } from './dom.js';
import { openPersonas } from './personas.js';
import { become, me, personaOf, store } from './store.js';
import { tr } from './text.js';

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
        persona && h('span', { class: 'kind' }, `${tr('youAre')} `),
        h('strong', {}, persona?.displayName ?? tr('choosePersona')),
      ),
      h('span', { class: 'change' }, tr('change')),
    ),
    chips.length > 0 && h('div', { class: 'chips', role: 'group', 'aria-label': tr('recent') }, chips),
  );
}
