// Who may: the secretariat. Changes: a search for a time begins; the calendars of those it is for are read by a job.
// Refuses: a period of more than 62 days, or one that is over; nobody to ask. A repeat with the same key: the same search.
import { z } from 'zod';
import { isDay } from '../../process/frame/calendar.ts';
import { daysIn, mostDays, periodOf } from '../../process/scheduling/scheduling.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { revisionById } from '../../store/case/cases.ts';
import { invitedTo } from '../../store/scheduling/invited.ts';
import { insertScheduling } from '../../store/scheduling/scheduling.ts';
import { personOf } from '../frame/act.ts';
import { oldAct } from '../frame/oldAct.ts';
import { meetingInput } from '../meeting/callMeeting.ts';
import { id, moment, optional, toDate } from '../frame/input.ts';

const day = z.iso.date().refine(isDay, { params: { problem: 'time' } });

export const findTime = oldAct({
  name: 'findTime',
  may: secretariat,
  input: z.object({
    ...meetingInput,
    minutes: z.coerce.number().int().min(15).max(420),
    /** Days in Copenhagen; both are among them. */
    from: day,
    to: day,
    /** Until when a poll may be answered; no time before it is proposed. */
    respondBy: optional(moment),
    revisionId: optional(id),
  }),
  async load({ trx, input: { kind, revisionId } }) {
    if (revisionId && !(await revisionById(trx, revisionId))) return refuse('notFound');
    const invited = await invitedTo(trx, kind ?? 'steeringGroup', revisionId ?? null);
    return { invited: invited.map(({ personId }) => personId) };
  },
  decide({ invited }, { input: { from, to, respondBy }, probe, now }) {
    if (probe) return null;
    const span = { fromDay: from, toDay: to };
    const days = daysIn(span);
    if (days < 1 || days > mostDays) return refuse('schedulingSpan', { days: mostDays });
    if (periodOf(span).to <= now) return refuse('timeInPast');
    if (respondBy && toDate(respondBy) <= now) return refuse('deadlinePassed');
    return invited.length === 0 ? refuse('nobodyToInvite') : null;
  },
  async apply({ invited }, { trx, input, doer, now, record, enqueue }) {
    const { kind, season, revisionId = null, title, agenda = '', minutes, from, to, respondBy } = input;
    const meeting = { kind, season, revisionId, title };
    const span = { minutes, fromDay: from, toDay: to };
    const row = { ...meeting, agenda, ...span, respondBy: respondBy ? toDate(respondBy) : null };
    const schedulingId = await insertScheduling(
      trx,
      { ...row, createdBy: personOf(doer), createdAt: now },
      invited,
    );
    record(revisionId ?? registerCase, 'timeSought', {
      schedulingId,
      ...meeting,
      ...span,
      asked: invited.length,
    });
    enqueue('readCalendars', { schedulingId });
    return { schedulingId };
  },
});
