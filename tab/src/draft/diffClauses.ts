import type { Clause } from '../../../bot/views/case/shapes.ts';

export interface ClauseChange {
  number: string;
  change: 'same' | 'changed' | 'added' | 'removed';
  before?: Clause;
  after?: Clause;
}

const alike = (a: Clause, b: Clause) => a.heading === b.heading && a.text === b.text && a.kind === b.kind;

/** Clause by clause, by number: in the newer document's order, with what was dropped where it stood. */
export function diffClauses(before: Clause[], after: Clause[]): ClauseChange[] {
  const old = new Map(before.map((clause) => [clause.number, clause]));
  const fresh = new Set(after.map((clause) => clause.number));
  const changes: ClauseChange[] = after.map((clause) => {
    const was = old.get(clause.number);
    if (!was) return { number: clause.number, change: 'added', after: clause };
    return {
      number: clause.number,
      change: alike(was, clause) ? 'same' : 'changed',
      before: was,
      after: clause,
    };
  });
  for (const [index, clause] of before.entries()) {
    if (fresh.has(clause.number)) continue;
    const previous = before[index - 1]?.number;
    const at = changes.findIndex((change) => change.number === previous);
    changes.splice(at + 1, 0, { number: clause.number, change: 'removed', before: clause });
  }
  return changes;
}
