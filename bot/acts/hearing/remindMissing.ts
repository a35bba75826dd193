// Who may: the secretariat, or the clock when a deadline is near. Changes: a reminder to whoever answers for each organisation
// that has not; where that is nobody, to the secretariat. Refuses: a closed hearing. A repeat: nobody gets the same reminder twice on one day.
import { dayOf } from '../../process/frame/calendar.ts';
import { mustBeOpen } from '../../process/hearing/changing.ts';
import { reminderDue } from '../../process/hearing/reminders.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { hearingById, missingAnswerers } from '../../store/hearing/hearings.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { tellOfUnasked } from './unasked.ts';

export const remindMissing = act({
  name: 'remindMissing',
  may: secretariat,
  about: { hearingId: id },
  async load({ trx, about }) {
    const hearing = await hearingById(trx, about.hearingId);
    return hearing ? { hearing } : refuse('notFound');
  },
  open: ({ hearing }, { now }) => mustBeOpen(hearing.deadline, now),
  async apply({ hearing }, call) {
    const { trx, doer, now, record } = call;
    const people = await missingAnswerers(trx, hearing.id);
    // The clock's is of the morning it was due on, though it comes later; with it the secretariat's own is one of that day.
    const occasion = dayOf((doer === 'system' && reminderDue(hearing, now)) || now);
    const about = { kind: 'hearing', id: hearing.id } as const;
    const told = await tellPeople(trx, people, { message: 'hearingReminder', about, occasion }, now);
    await tellOfUnasked(call, hearing.id, occasion);
    if (told > 0) record(hearing.caseId, 'missingReminded', { hearingId: hearing.id, told });
    return { hearingId: hearing.id, told };
  },
});
