// Who may: the secretariat. Changes: nothing itself; a member's person is soon invited, added to the host team and given the
// app, as far as each is lacking. Refuses: who has all of it. A repeat: tries once more.
import { z } from 'zod';
import { lacking } from '../process/reach.ts';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { registerCase } from '../process/trail.ts';
import { personById } from '../store/people.ts';
import { reachedOf } from '../store/reach.ts';
import { act } from './act.ts';
import { askTeams } from './askTeams.ts';
import { id } from './input.ts';

export const bringIntoTeams = act({
  name: 'bringIntoTeams',
  may: secretariat,
  input: z.object({ personId: id }),
  async load({ trx, input, probe }) {
    // Before anybody is picked.
    if (probe && !input.personId) return null;
    const person = await personById(trx, input.personId);
    const reached = person && (await reachedOf(trx, [person.id])).get(person.id);
    return person?.organisationId && reached ? { person, reached } : refuse('notFound');
  },
  decide: (known) =>
    !known || lacking(known.reached).length > 0
      ? null
      : refuse('reachedAlready', { name: known.person.displayName }),
  async apply(known, { trx, input: { personId }, now, record, enqueue }) {
    const { organisationId } = known!.person;
    record(registerCase, 'broughtIntoTeams', { personId, organisationId });
    await askTeams({ trx, now, enqueue }, personId);
    return { personId };
  },
});
