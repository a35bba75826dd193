import { describe, expect, test } from '@jest/globals';
import { commentView, idOf } from '../../support/views/views.ts';
import { deliveryView } from '../case/cases.ts';
import { all, said, tagged, type Piece } from './page.ts';
import { inside, part } from './show.tsx';

const { useLongList } = await import('../../../tab/src/parts/useLongList.ts');
const { DeliveryTable } = await import('../../../tab/src/reach/DeliveryTable.tsx');
const { MatrixList } = await import('../../../tab/src/hearing/comments/MatrixList.tsx');
const { useMatrix } = await import('../../../tab/src/hearing/comments/useMatrix.ts');

const deliveries = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    deliveryView(undefined, { id: String(index), personName: `Modtager ${index}`, state: 'failed' }),
  );
const table = async (count: number): Promise<Piece> =>
  (await part(<DeliveryTable items={deliveries(count)} />)).page;
const people = (page: Piece): string[] =>
  tagged(page, 'th')
    .map(said)
    .filter((one) => /^Modtager/.test(one));

function Comments({ count }: { count: number }) {
  const comments = Array.from({ length: count }, (_, index) =>
    commentView(undefined, { id: idOf(`c${index}`), ref: `H1-${index}` }),
  );
  return <MatrixList state={useMatrix(comments)} pickable />;
}

describe('a list', () => {
  test('of less than a hundred rows is all there, and says nothing of places', async () => {
    const page = await table(99);
    expect(people(page)).toHaveLength(99);
    expect(
      all(page, ({ attributes }) => 'aria-rowindex' in attributes || 'aria-rowcount' in attributes),
    ).toEqual([]);
  });

  test('that is longer has the rows in sight, and tells whoever hears it how many there are and which these are', async () => {
    const page = await table(3_000);
    expect(people(page).length).toBeLessThan(100);
    expect(people(page)[0]).toBe('Modtager 0');
    expect(tagged(page, 'table')[0]!.attributes['aria-rowcount']).toBe('3001');
    expect(
      tagged(page, 'tr')
        .flatMap(({ attributes }) => attributes['aria-rowindex'] ?? [])
        .slice(0, 3),
    ).toEqual(['1', '2', '3']);
    const region = all(page, ({ attributes }) => attributes['role'] === 'region')[0]!;
    expect(region.attributes['tabindex']).toBe('0');
  });

  test('of comments numbers its rows, too', async () => {
    const { page } = await part(<Comments count={500} />);
    const rows = tagged(page, 'li').filter(({ attributes }) => attributes['role'] !== 'presentation');
    expect(rows.length).toBeLessThan(100);
    expect(rows[0]!.attributes).toMatchObject({ 'aria-setsize': '500', 'aria-posinset': '1' });
  });

  test('keeps the row that is worked on, wherever it is, and its rows with what is left out are as high as all', async () => {
    const { rows, rest } = await inside(() => useLongList(1_000, 50, 700));
    expect(rows.map(({ index }) => index)).toContain(700);
    expect(rows.at(-1)!.index).toBe(700);
    const height = rows.reduce((sum, { gap }) => sum + gap + 50, rest);
    expect(height).toBe(1_000 * 50);
  });
});
