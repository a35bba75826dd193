import { h } from '../dom.js';

export const initials = (name) =>
  name
    .split(/[\s,]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0])
    .join('') || name.slice(0, 1).toUpperCase();

const hues = [255, 200, 150, 20, 330, 95, 280, 45];
/** The same organisation has the same colour everywhere. */
export function avatar(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return h(
    'span',
    { class: 'avatar', style: `--hue:${hues[sum % hues.length]}`, 'aria-hidden': 'true' },
    initials(name),
  );
}
