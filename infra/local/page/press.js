let pressed = false;
let waiting = [];

function letGo() {
  pressed = false;
  const all = waiting;
  waiting = [];
  for (const go of all) go();
}

/** A press that began on a button must end on the same one: until then nothing is drawn anew under it. */
export function whenReleased(go) {
  if (pressed) waiting.push(go);
  else go();
}
export const released = () => new Promise(whenReleased);

const later = () => setTimeout(letGo);
addEventListener('pointerdown', () => (pressed = true), true);
// What the click itself brings about is drawn at once; what came meanwhile, after it.
addEventListener('click', () => ((pressed = false), later()), true);
for (const end of ['pointerup', 'pointercancel', 'blur']) addEventListener(end, later, true);
