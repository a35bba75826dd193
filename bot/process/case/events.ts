import { event } from '../frame/event.ts';
import type { Track } from '../revision.ts';

export const caseEvents = {
  revisionStarted: event<{
    revisionId: string;
    ref: string;
    goalNumber: number | null;
    title: string;
    track: Track;
    year: number;
  }>()('event.revisionStarted', 'members', 'never'),
};
