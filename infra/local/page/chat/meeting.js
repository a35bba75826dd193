import { encode, post } from '../api.js';
import { avatar } from './avatar.js';
import { button, fill, h } from '../dom.js';
import { personaOf, show, store } from '../store.js';
import { clockTime, longDay, tr } from '../text.js';

export const meetingView = h('div', { class: 'page' });
let filter = '';

function person(meeting, objectId) {
  const persona = personaOf(objectId);
  if (!persona) return null;
  const inside = meeting.inMeeting.includes(objectId);
  const toggle = (event) =>
    post(`/meetings/${encode(meeting.id)}/presence`, { objectId, inMeeting: event.target.checked });
  return h(
    'li',
    { hidden: !persona.displayName.toLocaleLowerCase('da').includes(filter) },
    h(
      'label',
      { class: 'switch' },
      avatar(persona.organisation || persona.displayName),
      h(
        'span',
        { class: 'switch-text' },
        h('strong', {}, persona.organisation),
        h('span', { class: 'kind' }, persona.role),
      ),
      h('input', {
        type: 'checkbox',
        role: 'switch',
        checked: inside,
        onchange: toggle,
        'data-key': `in ${objectId}`,
        'aria-label': tr('isIn', { name: persona.displayName }),
      }),
    ),
  );
}

async function everybody(meeting, inMeeting) {
  for (const objectId of meeting.members)
    if (meeting.inMeeting.includes(objectId) !== inMeeting)
      await post(`/meetings/${encode(meeting.id)}/presence`, { objectId, inMeeting });
}

function openChat(meeting) {
  store.conversationId = meeting.conversationId;
  show('chat');
}

function actions(meeting) {
  const running = meeting.state === 'running';
  const path = `/meetings/${encode(meeting.id)}`;
  const mayOpen = meeting.members.includes(store.persona);
  return h(
    'div',
    { class: 'row' },
    running
      ? button(tr('end'), () => post(`${path}/end`), { 'data-key': `run ${meeting.id}` })
      : button(tr('start'), () => post(`${path}/start`), {
          class: 'primary',
          'data-key': `run ${meeting.id}`,
        }),
    mayOpen && button(tr('openChat'), () => openChat(meeting)),
    !meeting.bot && button(tr('addBot'), () => post(`${path}/bot`), { 'data-key': `bot ${meeting.id}` }),
  );
}

function section(meeting) {
  const { inMeeting, members } = meeting;
  const find = h('input', {
    type: 'search',
    value: filter,
    'aria-label': tr('filter'),
    placeholder: tr('filter'),
    'data-key': `find ${meeting.id}`,
    oninput: (event) => {
      filter = event.target.value.toLocaleLowerCase('da');
      paintMeeting();
    },
  });
  return h(
    'section',
    { class: 'panel', 'data-meeting': meeting.id },
    h('h2', {}, meeting.title),
    h(
      'p',
      {},
      h('span', { class: `state ${meeting.state}` }, tr(meeting.state)),
      ` ${longDay(meeting.startsAt)} ${clockTime(meeting.startsAt)}–${clockTime(meeting.endsAt)}`,
    ),
    actions(meeting),
    h('h3', {}, tr('whoIsIn')),
    h('p', { role: 'status' }, tr('present', { n: inMeeting.length, all: members.length })),
    h(
      'div',
      { class: 'row' },
      find,
      button(tr('everybodyIn'), () => everybody(meeting, true), {
        'data-key': `all ${meeting.id}`,
      }),
      button(tr('everybodyOut'), () => everybody(meeting, false), {
        'data-key': `none ${meeting.id}`,
      }),
    ),
    h(
      'ul',
      { class: 'people' },
      members.map((id) => person(meeting, id)),
    ),
  );
}

export function paintMeeting() {
  const { meetings } = store.overview;
  if (meetings.length === 0) return fill(meetingView, h('p', { class: 'empty' }, tr('noMeetings')));
  const typing = meetingView.querySelector('input[type="search"]:focus');
  const caret = typing?.selectionStart ?? 0;
  fill(meetingView, meetings.map(section));
  if (typing) meetingView.querySelector('input[type="search"]:focus')?.setSelectionRange(caret, caret);
}
