import type { VoteSummary } from '../../../../bot/views/case/shapes.ts';
import type { Key } from '../../frame/words.ts';

/** What became of a closed vote. */
export function outcomeOf({ carried }: Pick<VoteSummary, 'carried'>): Key {
  if (carried === null) return 'tab.row.voteUndecided';
  return carried ? 'tab.row.carried' : 'tab.row.notCarried';
}
