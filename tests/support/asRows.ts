import type { House } from './app.ts';

/** A condition of the store, asked of rows that are made up: of each, as `x`, whether it holds. */
export async function asRows(
  house: Pick<House, 'sql'>,
  columns: string,
  rows: object[],
  condition: string,
): Promise<unknown[]> {
  const select = `select ${condition} as so from (select place, ${columns}
    from jsonb_array_elements($1::jsonb) with ordinality as k (row, place)) x order by place`;
  return (await house.sql<{ so: unknown }>(select, [JSON.stringify(rows)])).map(({ so }) => so);
}
export const text = (name: string, column: string): string => `row->>'${name}' as ${column}`;
export const instant = (name: string, column: string): string =>
  `(row->>'${name}')::timestamptz as ${column}`;
