import { advance, appNow, face } from './clock.js';
import { button, h } from './dom.js';
import { tr } from './text.js';
import { copenhagen, wallTime } from './wallTime.js';

export function clockMenu() {
  const field = h('input', {
    type: 'datetime-local',
    id: 'clock-to',
    value: wallTime(appNow()),
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
