/** What somebody was told of an act, in the end all that they have to go by. */
export type Told =
  /** It is saved; with what the receipt says. */
  | { is: 'done'; result: Record<string, any> }
  | { is: 'refused'; code: string; said?: string }
  /** Nothing was changed. */
  | { is: 'unchanged' }
  /** Nobody knows yet; or the line broke and nothing was said. */
  | { is: 'unknown' };

export const wrongs = ['lost', 'doubled', 'leaked', 'told wrong'] as const;
export type Wrong = (typeof wrongs)[number];
export interface Finding {
  wrong: Wrong;
  what: string;
  at: string;
}
