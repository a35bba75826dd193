import { expect, test } from '@jest/globals';
import { readTree } from '../support/check/tree.ts';

const tree = await readTree();

test('what the README says to do for a new act is found where it says', () => {
  const chapter = tree
    .get('README.md')!
    .split(/^## /m)
    .find((text) => text.startsWith('Add an act'))!;
  const places = [...chapter.matchAll(/`(\w+)`(?: and `(\w+)`)? in `(bot\/[\w/.]+)`/g)];
  expect(places.length).toBeGreaterThan(5);
  const lost = places.flatMap(([, one, other, path]) =>
    [one, other].filter(
      (name) =>
        name && !tree.get(path!)?.includes(`const ${name}`) && !tree.get(path!)?.includes(`function ${name}`),
    ),
  );
  expect(lost).toEqual([]);
  for (const [path] of chapter.matchAll(/\b(?:bot|tests)\/[\w/.]+\.(?:ts|json)\b/g))
    expect([path, tree.has(path)]).toEqual([path, true]);
});
