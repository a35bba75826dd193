// Who may: the system only, before it shows somebody of the secretariat what is sealed from members. Changes: the trail says
// that this person reads it, once a day in each hearing, whether or not there is anything to read.
// Refuses: everybody else; a hearing that is not there. A repeat: the same day again is a success and says nothing.
import { z } from 'zod';
import { dayOf } from '../../process/frame/calendar.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { isFirstReading } from '../../store/hearing/sealedReading.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';

export const noteSealedReading = oldAct({
  name: 'noteSealedReading',
  may: systemOnly,
  input: z.object({ hearingId: id, personId: id }),
  load: async ({ trx, input }) => (await hearingById(trx, input.hearingId)) ?? refuse('notFound'),
  decide: () => null,
  async apply({ revisionId }, { trx, input, now, record }) {
    const first = await isFirstReading(trx, { ...input, day: dayOf(now) });
    if (first) record(revisionId, 'sealedAnswersRead', { hearingId: input.hearingId });
    return { hearingId: input.hearingId };
  },
});
