import { z } from 'zod';
import { meetingKinds, seasons } from '../../process/scheduling/meetingKinds.ts';
import { optional, id, title, words } from '../frame/input.ts';

/** Which meeting it is, whether its time is known or to be found. */
export const meetingAbout = {
  kind: z.enum(meetingKinds),
  /** Whose meeting it is, when it is a working group's. */
  revisionId: optional(id),
};

/** What a person writes of it. */
export const meetingForm = {
  season: z.enum(seasons),
  title,
  agenda: optional(words(4_000)),
};
