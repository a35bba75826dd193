import { sha256 } from '../frame/trail.ts';

/** A minority statement as it is saved, or that there is none: what somebody had before their eyes when they wrote. */
export const statementSeen = (statement: string | null): string => sha256(statement ?? '').slice(0, 32);

interface Stated {
  statement?: string | undefined;
  withoutStatement?: boolean | undefined;
  seen?: string | undefined;
}

/** Whether words that were not seen would be written over, or taken out. A ballot without words touches none. */
export function statementMoved({ statement, withoutStatement, seen }: Stated, now: string | null): boolean {
  if (seen === undefined || (statement === undefined && !withoutStatement)) return false;
  return seen !== statementSeen(now) && (statement ?? '') !== (now ?? '');
}
