// Who may: the secretariat. Changes: nothing itself; a member's person is soon invited, added to the host team and given the
// app, as far as each is lacking. Refuses: who has all of it; whose
// place has ended and who is missing in no team. A repeat: tries once more.
import { z } from 'zod';
import { mayBeGiven } from '../../process/people/place.ts';
import { lacking } from '../../process/reach/reach.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { personById } from '../../store/people/people.ts';
import { isPlaceEnded } from '../../store/people/places.ts';
import { reachedOf } from '../../store/reach/reach.ts';
import { oldAct } from '../frame/oldAct.ts';
import { askTeams } from '../reach/askTeams.ts';
import { id } from '../frame/input.ts';

export const bringIntoTeams = oldAct({
  name: 'bringIntoTeams',
  may: secretariat,
  input: z.object({ personId: id }),
  async load({ trx, input, probe }) {
    // Before anybody is picked.
    if (probe && !input.personId) return null;
    const person = await personById(trx, input.personId);
    const reached = person && (await reachedOf(trx, [person.id])).get(person.id);
    if (!person?.organisationId || !reached) return refuse('notFound');
    // The list of members asks this of everybody: the trail is looked into for those who have left the team alone.
    const returns = reached.inTeam === false && !(await isPlaceEnded(trx, person.id));
    return { person, reached, returns };
  },
  decide(known) {
    if (!known) return null;
    // Who left the team comes back through it; a place that was ended is given again by registering.
    const unfit = known.returns ? null : mayBeGiven(known.person);
    const name = known.person.displayName;
    return unfit ?? (lacking(known.reached).length > 0 ? null : refuse('reachedAlready', { name }));
  },
  async apply(known, { trx, input: { personId }, now, record, enqueue }) {
    const { organisationId } = known!.person;
    record(registerCase, 'broughtIntoTeams', { personId, organisationId });
    await askTeams({ trx, now, enqueue }, personId);
    return { personId };
  },
});
