import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { unused } from '../../support/check/words.ts';
import { words as first } from '../../../tab/src/words/da.ts';
import { words as more } from '../../../tab/src/words/daMore.ts';

const src = join(import.meta.dirname, '../../../tab/src');

/** The files that the browser has before it can show the first page: what is imported, and not fetched when gone to. */
function reached(from: string, known = new Map<string, string>()): Map<string, string> {
  if (known.has(from)) return known;
  const text = readFileSync(from, 'utf8');
  known.set(from, text);
  for (const [, type, path] of text.matchAll(/^import (type )?(?:[^;]*? from )?'(\.[^']+\.tsx?)';$/gms))
    if (!type) reached(join(dirname(from), path!), known);
  return known;
}

describe('the first page', () => {
  const files = reached(join(src, 'main.tsx'));
  const ours = [...files].filter(([path]) => path.startsWith(src)).map(([, text]) => text);

  test('says nothing that is fetched with another page', () => {
    const said = Object.keys(more);
    const silent = new Set(unused(said, ours));
    expect(said.filter((key) => !silent.has(key))).toEqual([]);
  });

  test('has its own words at hand, and no word twice', () => {
    const asked = new Set(unused(Object.keys(first), ours));
    expect(Object.keys(first).filter((key) => !asked.has(key)).length).toBeGreaterThan(40);
    expect(Object.keys(more).filter((key) => key in first)).toEqual([]);
  });

  test('waits for no other page, no form and no comparison', () => {
    const names = [...files.keys()].map((path) => path.slice(src.length + 1));
    expect(names).toContain('overview/statusRows.tsx');
    expect(
      names.filter((name) =>
        /^(draft|group|hearing|scheduling|meeting|vote|reach)\/|ActForm|live\.ts|themes\//.test(name),
      ),
    ).toEqual([]);
  });
});
