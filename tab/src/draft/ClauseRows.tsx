import type { Clause } from '../../../bot/views/case/shapes.ts';
import { ClauseRow } from './ClauseRow.tsx';

export type Draft = Clause & { key: number };

/** No row that was kept over a reload has the key of a new one. */
let keys = Date.now();
export const draft = (clause?: Partial<Clause>): Draft => ({
  key: (keys += 1),
  number: '',
  kind: 'requirement',
  heading: '',
  text: '',
  ...clause,
});

const untouched = (row: Draft) => !row.number && !row.heading && !row.text;

export function ClauseRows({ rows, set }: { rows: Draft[]; set: (rows: Draft[]) => void }) {
  const change = (key: number, part: Partial<Clause>) =>
    set(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const paste = (index: number, clauses: Clause[]) => {
    const here = rows[index];
    const keep = here && untouched(here) ? [] : rows.slice(index, index + 1);
    set([...rows.slice(0, index), ...keep, ...clauses.map(draft), ...rows.slice(index + 1)]);
  };
  return rows.map((row, index) => (
    <ClauseRow
      key={row.key}
      clause={row}
      index={index}
      change={(part) => change(row.key, part)}
      remove={() => set(rows.filter((one) => one.key !== row.key))}
      paste={(clauses) => paste(index, clauses)}
    />
  ));
}
