// Who may: the platform only, from what Graph said. Changes: when those who are asked are taken, and whose calendar cannot
// be read; or why none could be. Refuses: everybody else; a search that is over. A repeat: the newest reading counts.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { keepCalendars, updateScheduling } from '../../store/scheduling/scheduling.ts';
import { act } from '../frame/act.ts';
import { goingOn } from './scheduling.ts';

const taken = z.object({ startsAt: z.date(), endsAt: z.date(), tentative: z.boolean() });

export const noteCalendars = act({
  name: 'noteCalendars',
  may: systemOnly,
  about: { schedulingId: z.string() },
  form: {
    read: z
      .array(
        z.object({
          personId: z.string(),
          readable: z.boolean(),
          because: z.string().nullable(),
          taken: z.array(taken),
        }),
      )
      .optional(),
    /** Why nothing could be read; what was known stays. */
    failure: z.string().optional(),
  },
  load: goingOn,
  async apply({ scheduling }, { trx, form: { read, failure }, now }) {
    const { id } = scheduling;
    if (read) {
      await keepCalendars(trx, id, read);
      await updateScheduling(trx, id, { readAt: now, failedAt: null, failure: null });
    } else await updateScheduling(trx, id, { failedAt: now, failure: failure ?? null });
    return { schedulingId: id };
  },
});
