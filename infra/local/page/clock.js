import { advanceClock, readClock } from './api.js';
import { announce, button, h } from './dom.js';
import { tell } from './store.js';
import { clockTime, dayAndTime, dayOf, tr } from './text.js';

let offset = 0;
let known = false;
export const appNow = () => new Date(Date.now() + offset).toISOString();

export async function loadClock() {
  try {
    offset = Date.parse((await readClock()).now) - Date.now();
    known = true;
  } catch {
    known = false;
  }
  face.replaceChildren(faceText());
}

/** A wall time in Copenhagen as an instant, whatever the zone of this machine. */
function copenhagen(wall) {
  const asUtc = Date.parse(`${wall}:00Z`);
  const shown = (at) => Date.parse(`${dayOf(new Date(at))}T${clockTime(new Date(at)).replace('.', ':')}:00Z`);
  const guess = asUtc - (shown(asUtc) - asUtc);
  return guess - (shown(guess) - asUtc);
}

async function advance(seconds) {
  try {
    await advanceClock(seconds);
    await loadClock();
    announce(`${tr('clock')}: ${dayAndTime(appNow())}`);
    tell('clock');
  } catch {
    announce(tr('clockFailed'));
  }
}

const faceText = () => (known ? dayAndTime(appNow()) : '–');
const face = h('span', { class: 'face' }, '–');
setInterval(() => face.replaceChildren(faceText()), 1000);

export function clockMenu() {
  const field = h('input', {
    type: 'datetime-local',
    id: 'clock-to',
    value: `${dayOf(appNow())}T${clockTime(appNow()).replace('.', ':')}`,
  });
  const form = h(
    'form',
    {
      onsubmit: (event) => {
        event.preventDefault();
        if (field.value) void advance((copenhagen(field.value) - Date.parse(appNow())) / 1000);
      },
    },
    h('label', { for: 'clock-to' }, tr('goTo')),
    h('div', { class: 'row' }, field, h('button', { type: 'submit' }, tr('set'))),
  );
  const steps = [
    ['plusHour', 3600],
    ['plusDay', 86_400],
    ['plusWeek', 604_800],
  ].map(([name, seconds]) => button(tr(name), () => advance(seconds)));
  return h(
    'details',
    { class: 'menu clock' },
    h('summary', { 'data-key': 'clock' }, h('span', { class: 'unseen' }, `${tr('clock')}: `), face),
    h('div', { class: 'sheet' }, h('p', {}, tr('clockHint')), h('div', { class: 'row' }, steps), form),
  );
}
