/** What can be wrong with a field that somebody filled in. */
export const inputProblems = [
  'missing',
  'tooLong',
  'tooMany',
  'time',
  'choice',
  'unreadable',
  'joinLink',
  'form',
] as const;

export interface InputProblem {
  /** The field's name in the act's schema. */
  field: string;
  problem: (typeof inputProblems)[number];
  /** The most characters or entries, when it has more. */
  most?: number;
}
