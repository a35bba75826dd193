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

const areaOf = (path: string): number => {
  const [first, room = '', area = '', file] = path.split('/');
  return first === 'bot' && bound.includes(room) && file ? order.indexOf(area) : -1;
};

function backwards(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const own = areaOf(path);
    if (own < 0 || !path.endsWith('.ts')) return [];
    return [...text.matchAll(imported)].flatMap(([, spec = '']) => {
      const other = posix.normalize(posix.join(posix.dirname(path), spec));
      const theirs = areaOf(other);
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

function strange(tree: Tree): string[] {
  const rooms = new Set(bound.map((room) => `bot/${room}/`));
  const folders = new Set(
    [...tree.keys()].flatMap((path) => {
      const [first, room, area, file] = path.split('/');
      return rooms.has(`${first}/${room}/`) && file ? [`${first}/${room}/${area}`] : [];
    }),
  );
  return [...folders]
    .filter((folder) => !order.includes(posix.basename(folder)) && folder !== 'bot/store/migrations')
    .map((folder) => `${folder} is no area`);
}

export const areas = (tree: Tree): Finding => ({
  wrong: [...strange(tree), ...backwards(tree), ...crowded(tree)],
});
