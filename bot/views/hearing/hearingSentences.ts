import type { Key } from '../../i18n/index.ts';
import type { EventType } from '../../process/events.ts';

/** A hearing's events that one sentence does not fit: whoever has answered nothing does not answer, and late is not in time. */
export function hearingKeyOf(type: EventType, data: Record<string, unknown>): Key | null {
  if (type === 'answerAlone' && data['position'] === null) return 'event.answerAlone.nothing';
  if (type === 'answerSubmitted' && data['late'] === true) return 'event.answerSubmitted.late';
  return type === 'jointAccepted' && data['late'] === true ? 'event.jointAccepted.late' : null;
}
