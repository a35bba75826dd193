import { posix } from 'node:path';
import type { Tree } from './tree.ts';
import type { Finding } from './finding.ts';

/** Areas lean one way: what comes later may know what comes before it, never the other way round. */
const order = [
  'frame',
  'reach',
  'people',
  'case',
  'plan',
  'preparation',
  'draft',
  'group',
  'hearing',
  'scheduling',
  'meeting',
  'vote',
  'approval',
  'register',
  'overview',
];
/** Rooms that the order binds, in what they import of each other too. */
const bound = ['process', 'store', 'acts'];
/** Files that one folder holds, so that it is seen at a glance. */
const most = 25;

const source = /^(bot|tab|infra|tests)\//;
const imported = /(?:^|\n)(?:import|export)[^;'"]*?from '(\.[^']+)'/g;

/** `bot/<room>/<area>`, in a room that the order binds; null elsewhere. */
function folderOf(path: string): string | null {
  const [first, room = '', area = '', file] = path.split('/');
  const binds = first === 'bot' && bound.includes(room) && file && area !== 'migrations';
  return binds ? `bot/${room}/${area}` : null;
}

const placeOf = (path: string): number => order.indexOf(posix.basename(folderOf(path) ?? ''));

function backwards(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const own = placeOf(path);
    if (own < 0 || !path.endsWith('.ts')) return [];
    return [...text.matchAll(imported)].flatMap(([, spec = '']) => {
      const other = posix.normalize(posix.join(posix.dirname(path), spec));
      const theirs = placeOf(other);
      return theirs > own
        ? [`${path} imports ${other}: ${order[theirs]} comes after ${order[own]}, which may not know it`]
        : [];
    });
  });
}

function crowded(tree: Tree): string[] {
  const sizes = new Map<string, number>();
  for (const path of tree.keys())
    if (source.test(path)) sizes.set(posix.dirname(path), (sizes.get(posix.dirname(path)) ?? 0) + 1);
  return [...sizes]
    .filter(([, size]) => size > most)
    .map(([folder, size]) => `${folder} holds ${size} files, ${most} is the most`);
}

const strange = (tree: Tree): string[] =>
  [...new Set([...tree.keys()].map(folderOf))]
    .filter((folder) => folder !== null && !order.includes(posix.basename(folder)))
    .map((folder) => `${folder} is no area`);

export const areas = (tree: Tree): Finding => ({
  wrong: [...strange(tree), ...backwards(tree), ...crowded(tree)],
});
