import { advanceClock, readClock } from './api.js';
import { announce, h } from './dom.js';
import { tell } from './store.js';
import { dayAndTime, tr } from './text.js';

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

export async function advance(seconds) {
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
export const face = h('span', { class: 'face' }, '–');
setInterval(() => face.replaceChildren(faceText()), 1000);
