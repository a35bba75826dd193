// Who may: the secretariat. Changes: a meeting in the calendar of the process.
// Refuses: an end that is not after its start. A repeat with the same key: the same meeting.
import { z } from 'zod';
import { meetingKinds, seasons } from '../process/meeting.ts';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { insertMeeting } from '../store/meetings.ts';
import { act } from './act.ts';
import { moment, optional, title, toDate, words } from './input.ts';

export const callMeeting = act({
  name: 'callMeeting',
  may: secretariat,
  input: z.object({
    kind: z.enum(meetingKinds),
    season: z.enum(seasons),
    title,
    startsAt: moment,
    endsAt: moment,
    agenda: optional(words(4_000)),
    joinUrl: optional(z.url({ protocol: /^https$/ }).max(2_000)),
  }),
  load: async () => null,
  decide(_, { input, probe }) {
    if (probe) return null;
    return toDate(input.endsAt) > toDate(input.startsAt) ? null : refuse('meetingTimes');
  },
  async apply(_, { trx, input, now, record }) {
    const times = { startsAt: toDate(input.startsAt), endsAt: toDate(input.endsAt) };
    const values = { kind: input.kind, season: input.season, title: input.title };
    const rest = {
      agenda: input.agenda ?? '',
      joinUrl: input.joinUrl ?? null,
      conversationId: null,
      platformId: null,
      createdAt: now,
    };
    const meetingId = await insertMeeting(trx, { ...values, ...times, ...rest });
    const shown = { startsAt: times.startsAt.toISOString(), endsAt: times.endsAt.toISOString() };
    record(meetingId, 'meetingCalled', { meetingId, ...values, ...shown });
    return { meetingId };
  },
});
