import { del, get, post } from './api.js';
import { button, fill, h } from './dom.js';
import { newest } from './newest.js';
import { released } from './press.js';
import { loadOverview, me, store } from './store.js';
import { tr } from './text.js';

export const faultsView = h('div', { class: 'page' });
const kinds = ['429', '502', '503', '412', 'blocked', 'notInRoster', 'slow', 'participantError'];
const extras = { 429: { retryAfter: 2 }, slow: { ms: 3000 } };
let onlyMe = false;

async function toggle(kind, on) {
  const mine = store.overview.faults.filter((f) => f.kind === kind);
  if (on) {
    const scope = onlyMe ? { objectId: store.persona } : {};
    await post('/faults', { kind, ...extras[kind], ...scope });
  } else for (const fault of mine) await del(`/faults/${fault.id}`);
  await loadOverview();
  await paintFaults();
}

function row(kind) {
  const active = store.overview.faults.filter((f) => f.kind === kind);
  const scopes = active
    .map((f) => store.overview.personas.find((p) => p.objectId === f.objectId)?.displayName ?? tr('scopeAll'))
    .join('; ');
  const text = h(
    'span',
    { class: 'switch-text' },
    h('strong', {}, tr(`fault.${kind}`)),
    h('span', { class: 'kind' }, tr(`fault.${kind}.hint`)),
    scopes && h('span', { class: 'kind on' }, `${tr('scope')}: ${scopes}`),
  );
  const box = h('input', {
    type: 'checkbox',
    role: 'switch',
    checked: active.length > 0,
    'data-key': `fault ${kind}`,
    onchange: (event) => toggle(kind, event.target.checked),
  });
  return h('li', {}, h('label', { class: 'switch' }, text, box));
}

function scopeChoice() {
  const choice = (value, label) => {
    const input = h('input', {
      type: 'radio',
      name: 'scope',
      checked: onlyMe === value,
      'data-key': `scope ${value}`,
      onchange: () => (onlyMe = value),
    });
    return h('label', { class: 'radio' }, input, label);
  };
  return h(
    'fieldset',
    {},
    h('legend', {}, tr('scope')),
    choice(false, tr('scopeAll')),
    choice(true, tr('scopeMe', { name: me()?.displayName ?? '' })),
  );
}

function limitSwitch() {
  const on = store.overview.limits.total !== null;
  const set = async (event) => {
    await post('/limits', event.target.checked ? { perConversation: 7, total: 50 } : {});
    await loadOverview();
    await paintFaults();
  };
  return h(
    'label',
    { class: 'switch' },
    h('span', { class: 'switch-text' }, h('strong', {}, tr('limits'))),
    h('input', {
      type: 'checkbox',
      role: 'switch',
      checked: on,
      onchange: set,
      'data-key': 'limits',
    }),
  );
}

const newestCounters = newest();
export async function paintFaults() {
  if (store.view !== 'faults') return;
  const counters = await newestCounters(() => get('/counters'));
  await released();
  if (!counters) return;
  const fact = (name, value) => [h('dt', {}, tr(name)), h('dd', {}, String(value))];
  const clear = button(tr('clearFaults'), () => del('/faults'), { 'data-key': 'clear' });
  fill(
    faultsView,
    h(
      'section',
      { class: 'panel' },
      h('h2', {}, tr('faults')),
      h('p', {}, tr('faultsIntro')),
      scopeChoice(),
      h('ul', { class: 'people' }, kinds.map(row)),
      h('div', { class: 'row' }, clear),
    ),
    h(
      'section',
      { class: 'panel' },
      h('h2', {}, tr('counters')),
      limitSwitch(),
      h(
        'dl',
        { class: 'figures' },
        fact('received', counters.received),
        fact('accepted', counters.accepted),
        fact('rejected', counters.rejected429),
        fact('peak', counters.peakPerSecond),
      ),
    ),
  );
}
