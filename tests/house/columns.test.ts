import { expect, test } from '@jest/globals';
import { lineAt, readTree } from '../support/check/tree.ts';

/** All columns of a table, whatever they are when the statement runs: `select *`, `returning p.*`, `selectAll()`. */
const stars =
  /\b(?:select|returning|distinct(?: on \([^)]*\))?)\s+\*|[\w"]+\.\*|,[ \t]*\*|selectAll|returningAll/gi;

const starsIn = (text: string): string[] =>
  [...text.matchAll(stars)].map((found) => `${lineAt(text, found.index)}: ${found[0]}`);

test.each([
  'select * from hearing',
  'select\n  * from hearing',
  'select h.*, r.ref from hearing h',
  'select distinct on (a, b) * from file',
  'update file set sent = 0 returning *',
  'select id, * from file',
  `db.selectFrom('file').selectAll()`,
  `db.selectFrom('file').selectAll('file')`,
  'query.returningAll()',
])('a row read by star is found: %s', (text) => {
  expect(starsIn(text)).toHaveLength(1);
});

test.each([
  'select count(*)::int from heard',
  'next_at + 2 * interval',
  '/** Names: a, b */',
  '/**\n * The next.\n */',
])('what is no row is left alone: %s', (text) => {
  expect(starsIn(text)).toEqual([]);
});

test('every statement names the columns it reads, so that a new column breaks no plan of a replica that serves', async () => {
  const found = [...(await readTree())]
    .filter(([path]) => /^bot\/(store|jobs)\/.*\.ts$/.test(path))
    .flatMap(([path, text]) => starsIn(text).map((where) => `${path}:${where}`));
  expect(found).toEqual([]);
});
