import { button, h } from './dom.js';
import { openPersonas } from './personas.js';
import { tr } from './text.js';

/** What stands where a person's own things will: that nobody is chosen, and the way to choose. */
export const nobody = (key) =>
  h(
    'div',
    { class: 'nobody' },
    h('p', {}, tr('nobody')),
    button(tr('choosePersona'), openPersonas, { class: 'primary', 'data-key': `choose ${key}` }),
  );
