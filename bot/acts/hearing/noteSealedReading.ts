// Who may: the system only, before it shows somebody of the secretariat what is sealed from members. Changes: the trail says
// that this person reads it, once a day in each hearing, whether or not there is anything to read.
// Refuses: everybody else; a hearing that is not there. A repeat: the same day again is a success and says nothing.
import { dayOf } from '../../process/frame/calendar.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { hearingById } from '../../store/hearing/hearings.ts';
import { isFirstReading } from '../../store/hearing/sealedReading.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';

export const noteSealedReading = act({
  name: 'noteSealedReading',
  may: systemOnly,
  about: { hearingId: id, personId: id },
  load: async ({ trx, about }) => (await hearingById(trx, about.hearingId)) ?? refuse('notFound'),
  async apply({ caseId }, { trx, about, now, record }) {
    const first = await isFirstReading(trx, { ...about, day: dayOf(now) });
    if (first) record(caseId, 'sealedAnswersRead', { hearingId: about.hearingId });
    return { hearingId: about.hearingId };
  },
});
