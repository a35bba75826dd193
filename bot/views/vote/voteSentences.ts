import { both, type Key, type Text } from '../../i18n/index.ts';
import type { EventType } from '../../process/events.ts';
import type { Outcome, Tally } from '../../process/vote/vote.ts';
import { countsText } from '../frame/words.ts';

const outcomes: Record<Outcome, Key> = {
  carried: 'arithmetic.carried',
  notCarried: 'arithmetic.notCarried',
  inquorate: 'event.inquorate',
  tied: 'arithmetic.tied',
};

/** How a vote came out, as the trail says it in one line. */
function resultOf(data: Record<string, unknown>): Text | '' {
  const { outcome, tally, entitled } = data as { outcome?: Outcome; tally?: Tally; entitled?: number };
  if (!outcome || !tally || entitled === undefined) return '';
  const counts = countsText({ tally, entitled });
  return both('event.result', { outcome: both(outcomes[outcome]), counts });
}

/** A vote's events that one sentence does not fit: a rehearsal decides nothing, and whoever is recused has not voted. */
export function voteKeyOf(type: EventType, data: Record<string, unknown>): Key | null {
  if (type === 'voteOpened' && data['rehearsal']) return 'event.voteOpened.rehearsal';
  if (type === 'voteClosed' && data['rehearsal']) return 'event.voteClosed.rehearsal';
  return type === 'ballotCast' && data['choice'] === 'recused' ? 'event.ballotCast.recused' : null;
}

/** What the sentences of votes are filled with beside what the event holds by name. */
export const voteParams = (type: EventType, data: Record<string, unknown>): Record<string, Text | ''> => ({
  result: type === 'voteClosed' ? resultOf(data) : '',
  verdict:
    type === 'tieDecided' ? both(data['carried'] ? 'arithmetic.carried' : 'arithmetic.notCarried') : '',
});
