import { sha256 } from '../frame/trail.ts';
import type { CommentType, Disposition } from './hearing.ts';

/** What somebody had before their eyes when they pressed: nothing is written over what they have not seen. */
interface Words {
  clause: string | null;
  type: CommentType;
  text: string;
  proposedChange: string | null;
}
interface Response {
  disposition: Disposition | null;
  response: string | null;
  theme: string | null;
  changedClause: string | null;
}

const print = (...values: (string | null)[]): string => sha256(JSON.stringify(values)).slice(0, 32);
const wordsOf = (of: Words): string => print(of.clause, of.type, of.text, of.proposedChange);
const responseOf = (of: Response): string => print(of.disposition, of.response, of.theme, of.changedClause);

/** A comment as it is, with the secretariat's answer to it. */
export const commentSeen = (comment: Words & Response): string =>
  `${wordsOf(comment)}.${responseOf(comment)}`;

/** Whether the comment says something else than what was seen, and not what is written now. */
export const wordsMoved = (seen: string | undefined, now: Words, written?: Words): boolean =>
  seen !== undefined &&
  seen.split('.')[0] !== wordsOf(now) &&
  (!written || wordsOf(written) !== wordsOf(now));

/** The same of the secretariat's answer. */
export const responseMoved = (seen: string | undefined, now: Response, written: Response): boolean =>
  seen !== undefined && seen.split('.')[1] !== responseOf(now) && responseOf(written) !== responseOf(now);

/** What a button says that stands where nobody has answered yet, and where more than one organisation may press it. */
export const unanswered = 'unanswered';

interface Asked {
  seen: string | undefined;
  /** Pressed on a card, which stays as it was for as long as its chat does. */
  onCard: boolean;
}

/** Whether an answer would take the place of one, or go along with comments, that were not seen. */
export function answerMoved({ seen, onCard }: Asked, now: string, stands: boolean): boolean {
  if (seen === unanswered) return stands;
  return seen === undefined ? onCard && stands : seen !== now;
}
