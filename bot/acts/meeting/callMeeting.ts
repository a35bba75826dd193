// Who may: the secretariat. Changes: a meeting in the calendar of the process; with `invite`, those it is for are called:
// an event in the secretariat's calendar, and a message to each. Refuses: an end that is not after its start; inviting
// nobody. A repeat with the same key: the same meeting.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { revisionById } from '../../store/case/cases.ts';
import { invitedTo } from '../../store/scheduling/invited.ts';
import { oldAct } from '../frame/oldAct.ts';
import { callMeetingTo } from './calling.ts';
import { id, moment, optional, title, toDate, words } from '../frame/input.ts';
import { joinUrl } from './joinUrl.ts';
import { meetingKinds, seasons } from '../../process/scheduling/meetingKinds.ts';

/** What a meeting is, whether its time is known or to be found. */
export const meetingInput = {
  kind: z.enum(meetingKinds),
  season: z.enum(seasons),
  /** Whose meeting it is, when it is a working group's. */
  revisionId: optional(id),
  title,
  agenda: optional(words(4_000)),
};

export const callMeeting = oldAct({
  name: 'callMeeting',
  may: secretariat,
  input: z.object({
    ...meetingInput,
    startsAt: moment,
    endsAt: moment,
    joinUrl: optional(joinUrl),
    invite: optional(z.boolean()),
  }),
  async load({ trx, input: { invite, kind, revisionId } }) {
    if (revisionId && !(await revisionById(trx, revisionId))) return refuse('notFound');
    const invited = invite ? await invitedTo(trx, kind, revisionId ?? null) : null;
    return { invited: invited && invited.map(({ personId }) => personId) };
  },
  decide({ invited }, { input, probe }) {
    if (probe) return null;
    if (toDate(input.endsAt) <= toDate(input.startsAt)) return refuse('meetingTimes');
    return invited?.length === 0 ? refuse('nobodyToInvite') : null;
  },
  async apply({ invited }, call) {
    const { kind, season, title: name, agenda = '', revisionId = null } = call.input;
    const times = { startsAt: toDate(call.input.startsAt), endsAt: toDate(call.input.endsAt) };
    const link = { joinUrl: call.input.joinUrl ?? null };
    const meeting = { kind, season, revisionId, title: name, agenda, ...link, ...times };
    return { meetingId: await callMeetingTo(call, meeting, invited) };
  },
});
