import { z } from 'zod';
import { isJoinLink } from '../../process/meeting/meeting.ts';

/** A link that is shown to everybody as the way into a meeting. */
export const joinUrl = z
  .url({ protocol: /^https$/ })
  .max(2_000)
  .refine(isJoinLink, { params: { problem: 'joinLink' } });
