import type { Tree } from './tree.ts';
import type { Finding } from './finding.ts';

const acts = /^bot\/acts\/.*\.ts$/;
/** What people press, and what reads a file before it is sent on. */
const pressed = /^(tab\/src|bot\/cards)\/.*\.tsx?$/;

/** Acts that no area lists: they are written, and have no door. */
export function unlisted(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const name = acts.test(path) && /export const (\w+) = act\(\{/.exec(text)?.[1];
    const list = `${path.slice(0, path.lastIndexOf('/'))}/index.ts`;
    return !name || tree.get(list)?.includes(` ${name},`) ? [] : [`${path}: ${list} does not list ${name}`];
  });
}

/** Acts of a person that nobody can press anywhere. */
export function buttonless(tree: Tree): string[] {
  const offered = [...tree].flatMap(([path, text]) => (pressed.test(path) ? [text] : [])).join('\n');
  return [...tree].flatMap(([path, text]) => {
    const name = acts.test(path) && /= act\(\{\n  name: '(\w+)',/.exec(text)?.[1];
    if (!name || text.includes('may: systemOnly')) return [];
    return offered.includes(`'${name}'`) ? [] : [`${path}: nothing in tab/src or bot/cards presses ${name}`];
  });
}

export const doors = (tree: Tree): Finding => ({ wrong: [...unlisted(tree), ...buttonless(tree)] });
