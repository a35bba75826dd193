import { del, encode, get, post } from '../api.js';
import { avatar } from './avatar.js';
import { openLink } from './cards.js';
import { announce, button, fill, h } from '../dom.js';
import { newest } from '../newest.js';
import { released } from '../press.js';
import { personaOf, store } from '../store.js';
import { tr } from '../text.js';

export const teamView = h('div', { class: 'page' });
const lists = h('div', { class: 'team-lists' });
/** Drawn once for each language: what somebody is typing must not go because a message came. */
const entry = h('form', { class: 'panel team-form', onsubmit: add });
teamView.append(entry, lists);

const membersOf = (group) => `/groups/${encode(group.id)}/members`;

function member(group, objectId) {
  const persona = personaOf(objectId);
  if (!persona) return null;
  const remove = async () => {
    await del(`${membersOf(group)}/${encode(objectId)}`);
    announce(tr('memberGone', { name: persona.displayName, group: group.displayName }));
  };
  return h(
    'li',
    { class: 'switch' },
    avatar(persona.organisation || persona.displayName),
    h(
      'span',
      { class: 'switch-text' },
      h('strong', {}, persona.organisation || persona.displayName),
      h('span', { class: 'kind' }, `${persona.role} · ${tr(persona.guest ? 'guest' : 'native')}`),
    ),
    button(tr('takeOut'), remove, {
      'data-key': `out ${group.id} ${objectId}`,
      'aria-label': tr('takeOutOf', { name: persona.displayName, group: group.displayName }),
    }),
  );
}

/** A pinned tab opens where tabs are shown here. */
const channel = ({ name, tabs }) =>
  h(
    'li',
    {},
    h('strong', {}, `# ${name}`),
    tabs.map((tab) => button(tab.name, () => openLink(tab.url), { 'data-key': `tab ${tab.url}` })),
  );

function section(group) {
  return h(
    'section',
    { class: 'panel', 'data-group': group.id },
    h('h2', {}, group.displayName),
    h('p', {}, `${tr(group.team ? 'team' : 'group')} · ${tr('members', { n: group.members.length })}`),
    group.channels.length > 0 && h('ul', { class: 'channels' }, group.channels.map(channel)),
    h(
      'ul',
      { class: 'people' },
      group.members.map((id) => member(group, id)),
    ),
  );
}

async function add(event) {
  event.preventDefault();
  const { role, organisation, email, group, guest } = Object.fromEntries(new FormData(entry));
  const displayName = `${role.trim()}, ${organisation.trim()}`;
  const address = email.trim();
  const known = store.overview.personas.find((one) => one.email === address);
  const objectId = known?.objectId ?? crypto.randomUUID();
  if (!known) await post('/people', { objectId, displayName, email: address, guest: guest === 'yes' });
  await post(membersOf({ id: group }), { objectId });
  entry.reset();
  // Most who come are guests.
  entry.elements.guest.checked = true;
  announce(tr('memberCame', { name: known?.displayName ?? displayName }));
}

const field = (name, type = 'text') =>
  h('label', { class: 'team-field' }, tr(`person.${name}`), h('input', { name, type, required: true }));

function paintEntry(groups) {
  const key = `${store.locale} ${groups.map((group) => group.id)}`;
  if (entry.dataset.for === key) return;
  entry.dataset.for = key;
  const places = groups.map((group) => h('option', { value: group.id }, group.displayName));
  fill(
    entry,
    h('h2', {}, tr('addPerson')),
    h('p', {}, tr('addPersonHint')),
    field('role'),
    field('organisation'),
    field('email', 'email'),
    h('label', { class: 'team-field' }, tr('person.group'), h('select', { name: 'group' }, places)),
    h(
      'label',
      { class: 'radio' },
      h('input', { type: 'checkbox', name: 'guest', value: 'yes', checked: true }),
      tr('person.guest'),
    ),
    h('div', { class: 'row' }, h('button', { type: 'submit', class: 'primary' }, tr('addPerson'))),
  );
}

const newestGroups = newest();
export async function paintTeam() {
  if (store.view !== 'team') return;
  const groups = await newestGroups(() => get('/groups'));
  await released();
  if (!groups) return;
  entry.hidden = groups.length === 0;
  paintEntry(groups);
  fill(lists, groups.length ? groups.map(section) : h('p', { class: 'empty' }, tr('noTeam')));
}
