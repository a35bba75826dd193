// Who may: the secretariat. Changes: the meeting is called at this time; everyone asked gets the event and a message.
// Refuses: a time that is over; a search that is over. A repeat for the same time: the same meeting.
import { refuse } from '../../process/frame/refusals.ts';
import { isSomebody, secretariat } from '../../process/frame/roles.ts';
import { isSearchOver, schedulingState } from '../../process/scheduling/scheduling.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import {
  inviteesOf,
  lockScheduling,
  schedulingById,
  updateScheduling,
} from '../../store/scheduling/scheduling.ts';
import { act } from '../frame/act.ts';
import { callMeetingTo } from './calling.ts';
import { id, moment, toDate } from '../frame/input.ts';

export const settleTime = act({
  name: 'settleTime',
  may: secretariat,
  about: { schedulingId: id },
  form: { startsAt: moment },
  async load({ trx, about, hold }) {
    const scheduling = await hold(lockScheduling, schedulingById, about.schedulingId);
    if (!scheduling) return refuse('notFound');
    const meeting = scheduling.meetingId ? await meetingById(trx, scheduling.meetingId) : null;
    return { scheduling, meeting };
  },
  already({ scheduling, meeting }, { form }) {
    if (meeting?.startsAt.getTime() !== toDate(form.startsAt).getTime()) return null;
    return { schedulingId: scheduling.id, meetingId: meeting.id };
  },
  open: ({ scheduling }) => (isSearchOver(schedulingState(scheduling)) ? refuse('schedulingOver') : null),
  decide: (_, { form, now }) => (toDate(form.startsAt) > now ? null : refuse('timeInPast')),
  async apply({ scheduling }, call) {
    const { kind, season, caseId, title, agenda, minutes } = scheduling;
    const startsAt = toDate(call.form.startsAt);
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    const called = { kind, season, caseId, title, agenda, startsAt, endsAt, joinUrl: null };
    const asked = await inviteesOf(call.trx, scheduling.id);
    const people = asked.filter(isSomebody).map(({ personId }) => personId);
    const meetingId = await callMeetingTo(call, called, people);
    await updateScheduling(call.trx, scheduling.id, { meetingId });
    call.record(caseId ?? registerCase, 'timeSettled', {
      schedulingId: scheduling.id,
      meetingId,
      title,
      to: startsAt.toISOString(),
    });
    return { schedulingId: scheduling.id, meetingId };
  },
});
