// Who may: the secretariat. Changes: when a meeting is, what it is called, its agenda, its link; those who were called get
// the new time in their calendar and a message when time or link changed. Refuses: a meeting that is cancelled or over.
// A repeat: nothing is changed and nobody told twice.
import { refuse } from '../../process/frame/refusals.ts';
import { notToCome } from '../../process/meeting/meeting.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { attendeesOf, eventOf } from '../../store/meeting/calendarEvents.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { lockMeeting, meetingById, updateMeeting } from '../../store/meeting/meetings.ts';
import type { MeetingRow } from '../../store/schema.ts';
import { act, type Asking, type Given } from '../frame/act.ts';
import { id, moment, optional, title, toDate, words } from '../frame/input.ts';
import { ask } from '../reach/errands.ts';
import { joinUrl } from './joinUrl.ts';

const form = {
  title: optional(title),
  agenda: optional(words(4_000)),
  startsAt: optional(moment),
  endsAt: optional(moment),
  joinUrl: optional(joinUrl),
};
type Form = Given<typeof form>;

/** What would be another. A new start without an end moves the end along. */
function changesOf(meeting: MeetingRow, asked: Form) {
  const startsAt = asked.startsAt ? toDate(asked.startsAt) : meeting.startsAt;
  const lasts = meeting.endsAt.getTime() - meeting.startsAt.getTime();
  const endsAt = asked.endsAt ? toDate(asked.endsAt) : new Date(startsAt.getTime() + lasts);
  const moved =
    startsAt.getTime() !== meeting.startsAt.getTime() || endsAt.getTime() !== meeting.endsAt.getTime();
  const renamed = asked.title !== undefined && asked.title !== meeting.title;
  const linked = asked.joinUrl !== undefined && asked.joinUrl !== meeting.joinUrl;
  const planned = asked.agenda !== undefined && asked.agenda !== meeting.agenda;
  return { startsAt, endsAt, moved, renamed, linked, planned };
}

async function tell({ trx, now }: Asking, { id: meetingId }: MeetingRow): Promise<void> {
  const people = (await attendeesOf(trx, meetingId)).map(({ personId }) => personId);
  const about = { kind: 'meeting', id: meetingId } as const;
  const telling = { message: 'meetingChanged', about, occasion: now.toISOString() } as const;
  await tellPeople(trx, people, telling, now);
}

export const changeMeeting = act({
  name: 'changeMeeting',
  may: secretariat,
  about: { meetingId: id },
  form,
  load: async ({ about, hold }) =>
    (await hold(lockMeeting, meetingById, about.meetingId)) ?? refuse('notFound'),
  open: (meeting, { now }) => notToCome(meeting, now),
  decide(meeting, { form: asked, now }) {
    const { startsAt, endsAt, moved } = changesOf(meeting, asked);
    if (endsAt <= startsAt) return refuse('meetingTimes');
    return moved && startsAt <= now ? refuse('timeInPast') : null;
  },
  async apply(meeting, call) {
    const { trx, form: asked, record } = call;
    const { startsAt, endsAt, moved, renamed, linked, planned } = changesOf(meeting, asked);
    const meetingId = meeting.id;
    if (!(moved || renamed || linked || planned)) return { meetingId };
    const values = {
      startsAt,
      endsAt,
      ...(renamed && { title: asked.title! }),
      ...(planned && { agenda: asked.agenda! }),
      ...(linked && { joinUrl: asked.joinUrl! }),
    };
    await updateMeeting(trx, meetingId, values);
    record(meetingId, 'meetingChanged', {
      meetingId,
      ...values,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    });
    if (moved || linked) await tell(call, meeting);
    if ((moved || renamed) && (await eventOf(trx, meetingId))) await ask(call, 'event', meetingId);
    if (linked) await ask(call, 'chat', meetingId);
    return { meetingId };
  },
});
