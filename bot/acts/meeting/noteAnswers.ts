// Who may: the platform only, from what Graph said. Changes: how those who were called answered in their calendars.
// Refuses: everybody else. A repeat, or an answer that was known: nothing.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { attendeesOf, putResponse, updateEvent } from '../../store/meeting/calendarEvents.ts';
import { meetingById } from '../../store/meeting/meetings.ts';
import { act } from '../frame/act.ts';

const answer = z.object({
  address: z.string(),
  response: z.enum(['accepted', 'tentative', 'declined']).nullable(),
  at: z.date().nullable(),
});

export const noteAnswers = act({
  name: 'noteAnswers',
  may: systemOnly,
  about: { meetingId: z.string() },
  form: { answers: z.array(answer) },
  load: async ({ trx, about }) => (await meetingById(trx, about.meetingId)) ?? refuse('notFound'),
  async apply({ id: meetingId }, { trx, form: { answers }, now, record }) {
    const said = new Map(answers.map((one) => [one.address.toLowerCase(), one]));
    let news = 0;
    const called = (await attendeesOf(trx, meetingId)).map((one) => ({
      ...one,
      email: one.email.toLowerCase(),
    }));
    const by = Map.groupBy(called, ({ email }) => email);
    for (const { personId, email } of called) {
      // The calendar knows addresses alone: whose answer that of a shared one is, nobody can say.
      const own = by.get(email)?.length === 1 ? said.get(email) : undefined;
      if (!own || !(await putResponse(trx, meetingId, personId, own.response, own.at))) continue;
      record(meetingId, 'meetingAnswered', { meetingId, personId, response: own.response });
      news += 1;
    }
    await updateEvent(trx, meetingId, { answersAt: now });
    return { meetingId, news };
  },
});
