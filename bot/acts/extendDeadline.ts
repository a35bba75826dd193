// Who may: the secretariat. Changes: an open hearing's deadline, to a later one; everyone heard is told.
// Refuses: a hearing that has closed, since its answers have been seen; a deadline that is not later.
// A repeat with the same key: the same answer; the same deadline again is refused as not later.
import { z } from 'zod';
import { isOpen } from '../process/hearing.ts';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { sharedConversations } from '../store/conversations.ts';
import { tellConversation, tellPeople } from '../store/deliveries.ts';
import { heardBy, hearingById, lockHearing, setDeadline } from '../store/hearings.ts';
import { peopleOf } from '../store/people.ts';
import { act } from './act.ts';
import { id, moment, reason, toDate } from './input.ts';

export const extendDeadline = act({
  name: 'extendDeadline',
  may: secretariat,
  input: z.object({ hearingId: id, deadline: moment, reason }),
  async load({ trx, input, probe }) {
    const hearing = probe
      ? await hearingById(trx, input.hearingId)
      : await lockHearing(trx, input.hearingId, 'update');
    return hearing ? { hearing } : refuse('notFound');
  },
  decide({ hearing }, { input, now }) {
    const deadlineAt = hearing.deadline.toISOString();
    if (!isOpen(hearing.deadline, now)) return refuse('hearingClosed', { deadlineAt });
    if (!input.deadline) return null;
    return toDate(input.deadline) > hearing.deadline ? null : refuse('deadlineNotLater', { deadlineAt });
  },
  async apply({ hearing }, { trx, input, now, record, enqueue }) {
    const deadline = toDate(input.deadline);
    await setDeadline(trx, hearing, deadline);
    const subject = { hearingId: hearing.id, revisionId: hearing.revisionId };
    const telling = { message: 'deadlineExtended' as const, ...subject, occasion: deadline.toISOString() };
    const people = await peopleOf(trx, await heardBy(trx, hearing.id));
    for (const channel of await sharedConversations(trx, 'team'))
      await tellConversation(trx, channel.id, 'team', telling, now);
    const ids = people.map((person) => person.id);
    const told = await tellPeople(trx, ids, telling, now);
    record(hearing.revisionId, 'deadlineExtended', {
      hearingId: hearing.id,
      from: hearing.deadline.toISOString(),
      to: deadline.toISOString(),
      reason: input.reason ?? null,
      told,
    });
    enqueue('refreshCards', { hearingId: hearing.id });
    return { hearingId: hearing.id, deadline: deadline.toISOString() };
  },
});
