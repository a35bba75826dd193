import { eventOf } from '../events.ts';
import type { Seal } from '../frame/event.ts';

/**
 * Of what an event tells, by what it is sealed by: the one comment, answer or ballot that it is about. What is `between` two
 * organisations is about neither's answer: who may read of it is told of none.
 */
const records: Record<Seal, 'comment' | 'answer' | 'ballot' | null> = {
  never: null,
  untilDeadline: null,
  comment: 'comment',
  disposition: 'comment',
  answer: 'answer',
  joined: 'answer',
  between: null,
  ballot: 'ballot',
  closing: null,
};

/** The kind of record that an event is about alone; null: another one, many or none. */
export function recordOf(type: string): 'comment' | 'answer' | 'ballot' | null {
  const kind = eventOf(type);
  return kind && records[kind.sealed];
}
