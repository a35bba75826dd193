/** A document of a case, in numbered versions. */
export const versionKinds = ['proposal', 'final', 'termsOfReference', 'backgroundReport'] as const;
export type VersionKind = (typeof versionKinds)[number];
export const clauseKinds = ['requirement', 'recommendation'] as const;
export type ClauseKind = (typeof clauseKinds)[number];

export interface Clause {
  number: string;
  kind: ClauseKind;
  heading: string;
  text: string;
}

export function repeatedClause(clauses: { number: string }[]): string | null {
  const seen = new Set<string>();
  for (const { number } of clauses) {
    if (seen.has(number)) return number;
    seen.add(number);
  }
  return null;
}
