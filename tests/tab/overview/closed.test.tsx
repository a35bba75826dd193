import { expect, test } from '@jest/globals';
import { revisionRow } from '../../support/views/rowViews.ts';
import { idOf } from '../../support/views/views.ts';
import { world } from '../case/cases.ts';
import { button, said, stopped, tagged, type Piece } from '../frame/page.ts';
import { visit, type Answers } from '../frame/show.tsx';

const rows = [revisionRow(undefined, { id: idOf('b'), title: 'Rengøring', state: 'returned' })];
const open = async (path: string, role: 'staff', more: Answers): Promise<Piece> =>
  (await visit(path, world(role, undefined, more))).page;

test('the status page asks for the closed ones when somebody looks, chosen like the others, and says of how many', async () => {
  const asked: string[] = [];
  const revisions = ({ over, after = '' }: Record<string, string>) => {
    asked.push(`${over} ${after}`.trim());
    if (over === 'false') return { items: rows };
    const items = [
      revisionRow(undefined, { id: idOf('c'), title: 'Kopipapir', state: 'published', hearing: null }),
    ];
    return { items, next: idOf('c') };
  };
  await open('/', 'staff', { revisions });
  expect(asked).toEqual(['false']);
  const page = await open('/?over=true', 'staff', { revisions });
  expect(asked.slice(1)).toEqual(['false', 'true']);
  expect(tagged(page, 'h2').map(said)).toEqual(expect.arrayContaining(['Rengøring', 'Kopipapir']));
  expect(said(page)).toContain('1 af de 1 seneste afsluttede passer');
  expect(stopped(button(page, 'Hent flere'))).toBe(false);
  const chosen = await open('/?over=true&show=hearing', 'staff', { revisions });
  expect(said(chosen)).toContain('0 af de 1 seneste afsluttede passer');
  const none = await open('/?over=true&show=ready', 'staff', { revisions });
  expect(said(none)).toContain('Ingen forløb i gang passer');
  expect(said(none)).not.toContain('ikke set igennem');
});
