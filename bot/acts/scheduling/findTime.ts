// Who may: the secretariat. Changes: a search for a time begins; the calendars of those it is for are read by a job.
// Refuses: a period of more than 62 days, or one that is over; nobody to ask. A repeat with the same key: the same search.
import { z } from 'zod';
import { isDay } from '../../process/frame/calendar.ts';
import { daysIn, mostDays, periodOf } from '../../process/scheduling/scheduling.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { caseById } from '../../store/case/cases.ts';
import { invitedTo } from '../../store/scheduling/invited.ts';
import { insertScheduling } from '../../store/scheduling/scheduling.ts';
import { act, personOf } from '../frame/act.ts';
import { moment, optional, toDate } from '../frame/input.ts';
import { meetingAbout, meetingForm } from './meetingForm.ts';

const day = z.iso.date().refine(isDay, { params: { problem: 'time' } });

export const findTime = act({
  name: 'findTime',
  may: secretariat,
  about: meetingAbout,
  later: ['kind'],
  form: {
    ...meetingForm,
    minutes: z.coerce.number().int().min(15).max(420),
    /** Days in Copenhagen; both are among them. */
    from: day,
    to: day,
    /** Until when a poll may be answered; no time before it is proposed. */
    respondBy: optional(moment),
  },
  async load({ trx, about: { kind, revisionId } }) {
    if (revisionId && !(await caseById(trx, revisionId))) return refuse('notFound');
    // Who is asked depends on the kind; a button does not know it yet.
    const invited = kind ? await invitedTo(trx, kind, revisionId ?? null) : null;
    return { invited: invited && invited.map(({ personId }) => personId) };
  },
  open: ({ invited }) => (invited?.length === 0 ? refuse('nobodyToInvite') : null),
  decide(_, { form: { from, to, respondBy }, now }) {
    const span = { fromDay: from, toDay: to };
    const days = daysIn(span);
    if (days < 1 || days > mostDays) return refuse('schedulingSpan', { days: mostDays });
    if (periodOf(span).to <= now) return refuse('timeInPast');
    return respondBy && toDate(respondBy) <= now ? refuse('deadlinePassed') : null;
  },
  async apply({ invited }, { trx, about, form, doer, now, record, enqueue }) {
    const { kind, revisionId: caseId = null } = about;
    const { season, title, agenda = '', minutes, from, to, respondBy } = form;
    const meeting = { kind, season, title };
    const span = { minutes, fromDay: from, toDay: to };
    const row = { ...meeting, caseId, agenda, ...span, respondBy: respondBy ? toDate(respondBy) : null };
    const schedulingId = await insertScheduling(
      trx,
      { ...row, createdBy: personOf(doer), createdAt: now },
      invited!,
    );
    record(caseId ?? registerCase, 'timeSought', {
      schedulingId,
      revisionId: caseId,
      ...meeting,
      ...span,
      asked: invited!.length,
    });
    enqueue('readCalendars', { schedulingId });
    return { schedulingId };
  },
});
