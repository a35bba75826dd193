// Who may: the secretariat. Changes: a meeting in the calendar of the process; with `invite`, those it is for are called:
// an event in the secretariat's calendar, and a message to each. Refuses: an end that is not after its start; inviting
// nobody. A repeat with the same key: the same meeting.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { caseById } from '../../store/case/cases.ts';
import { invitedTo } from '../../store/scheduling/invited.ts';
import { act } from '../frame/act.ts';
import { callMeetingTo } from './calling.ts';
import { moment, optional, toDate } from '../frame/input.ts';
import { joinUrl } from './joinUrl.ts';
import { meetingAbout, meetingForm } from '../scheduling/meetingForm.ts';

export const callMeeting = act({
  name: 'callMeeting',
  may: secretariat,
  about: meetingAbout,
  later: ['kind'],
  form: {
    ...meetingForm,
    startsAt: moment,
    endsAt: moment,
    joinUrl: optional(joinUrl),
    invite: optional(z.boolean()),
  },
  load: async ({ trx, about: { revisionId } }) =>
    revisionId && !(await caseById(trx, revisionId)) ? refuse('notFound') : {},
  async read(_, { trx, about: { kind, revisionId }, form: { invite } }) {
    const invited = invite ? await invitedTo(trx, kind, revisionId ?? null) : null;
    return { invited: invited && invited.map(({ personId }) => personId) };
  },
  decide({ invited }, { form: { startsAt, endsAt } }) {
    if (toDate(endsAt) <= toDate(startsAt)) return refuse('meetingTimes');
    return invited?.length === 0 ? refuse('nobodyToInvite') : null;
  },
  async apply({ invited }, call) {
    const { kind, revisionId: caseId = null } = call.about;
    const { season, title: name, agenda = '', ...asked } = call.form;
    const times = { startsAt: toDate(asked.startsAt), endsAt: toDate(asked.endsAt) };
    const link = { joinUrl: asked.joinUrl ?? null };
    const meeting = { kind, season, caseId, title: name, agenda, ...link, ...times };
    return { meetingId: await callMeetingTo(call, meeting, invited) };
  },
});
