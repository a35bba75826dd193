import { event } from '../frame/event.ts';
import type { Lost } from './restored.ts';
import type { Track } from './track.ts';

export const caseEvents = {
  revisionStarted: event<{
    revisionId: string;
    ref: string;
    goalNumber: number | null;
    title: string;
    track: Track;
    year: number;
  }>()('event.revisionStarted', 'members', 'never', 'records'),
  // Written by the database itself. What the words were of is not said here: it may be sealed.
  eventErased: event<{
    seq: number;
    reason: string;
    /** Which role of the database did it. */
    by: string;
  }>()('event.eventErased', 'members', 'never', 'nothing'),
  /** The database was restored, and has forgotten what was given out. */
  restored: event<{ to: string; number: number; inDoubt?: number } & Lost>()(
    'event.restored',
    'members',
    'never',
    'nothing',
  ),
};
