import { button, h } from './dom.js';
import { become, personaOf, show, store } from './store.js';
import { tr } from './text.js';

async function go(step) {
  if (step.objectId) await become(step.objectId);
  if (step.view) show(step.view);
}

function stepOf(step, index) {
  const persona = personaOf(step.objectId);
  const label = persona && tr('goAs', { name: persona.displayName });
  return h(
    'li',
    {},
    h('p', {}, step.text[store.locale]),
    label && button(label, () => go(step), { 'data-key': `step ${index}` }),
  );
}

/** What stands where a conversation will: how to begin. */
export function guide() {
  const steps = store.overview.scenario?.guide ?? [];
  if (steps.length === 0) return h('p', { class: 'empty pick' }, tr('pickChat'));
  return h(
    'section',
    { class: 'guide', 'aria-labelledby': 'guide-name' },
    h('h2', { id: 'guide-name' }, tr('guide')),
    h('p', {}, tr('guideHint')),
    h('ol', {}, steps.map(stepOf)),
  );
}
