import type { Tree } from './tree.ts';
import type { Finding } from './finding.ts';

const acts = /^bot\/acts\/.*\.ts$/;
/** What people press, and what reads a file before it is sent on. */
const pressed = /^(tab\/src|bot\/cards)\/.*\.tsx?$/;

interface Written {
  path: string;
  name: string;
  text: string;
}
const actsIn = (tree: Tree): Written[] =>
  [...tree].flatMap(([path, text]) => {
    const name = acts.test(path) && /export const (\w+) = act\(\{/.exec(text)?.[1];
    return name ? [{ path, name, text }] : [];
  });

/** Acts that no area lists: they are written, and have no door. */
export const unlisted = (tree: Tree): string[] =>
  actsIn(tree).flatMap(({ path, name }) => {
    const list = `${path.slice(0, path.lastIndexOf('/'))}/index.ts`;
    return tree.get(list)?.includes(` ${name},`) ? [] : [`${path}: ${list} does not list ${name}`];
  });

/** Acts of a person that nobody can press anywhere. */
export function buttonless(tree: Tree): string[] {
  const offered = [...tree].flatMap(([path, text]) => (pressed.test(path) ? [text] : [])).join('\n');
  return actsIn(tree)
    .filter(({ name, text }) => !text.includes('may: systemOnly') && !offered.includes(`'${name}'`))
    .map(({ path, name }) => `${path}: nothing in tab/src or bot/cards presses ${name}`);
}

export const doors = (tree: Tree): Finding => ({ wrong: [...unlisted(tree), ...buttonless(tree)] });
