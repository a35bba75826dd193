// Who may: the secretariat. Changes: nothing itself; a member's person is soon invited, added to the host team and given the
// app, as far as each is lacking. Refuses: who has all of it; whose
// place has ended and who is missing in no team. A repeat: tries once more.
import { mayBeGiven } from '../../process/people/place.ts';
import { lacking } from '../../process/reach/reach.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { personById } from '../../store/people/people.ts';
import { isPlaceEnded } from '../../store/people/places.ts';
import { reachedOf } from '../../store/reach/reach.ts';
import { act } from '../frame/act.ts';
import { askTeams } from '../reach/askTeams.ts';
import { id } from '../frame/input.ts';

export const bringIntoTeams = act({
  name: 'bringIntoTeams',
  may: secretariat,
  about: { personId: id },
  later: ['personId'],
  async load({ trx, about: { personId } }) {
    // Before anybody is picked.
    if (!personId) return null;
    const person = await personById(trx, personId);
    const reached = person && (await reachedOf(trx, [person.id])).get(person.id);
    if (!person?.organisationId || !reached) return refuse('notFound');
    // The trail is looked into for those who have left the team alone.
    const returns = reached.inTeam === false && !(await isPlaceEnded(trx, person.id));
    return { person, reached, returns };
  },
  open(known) {
    if (!known) return null;
    const { person, reached, returns } = known;
    // Who left the team comes back through it; a place that was ended is given again by registering.
    const unfit = returns ? null : mayBeGiven(person);
    const name = person.displayName;
    return unfit ?? (lacking(reached).length > 0 ? null : refuse('reachedAlready', { name }));
  },
  async apply(known, { trx, about: { personId }, now, record, enqueue }) {
    const { organisationId } = known!.person;
    record(registerCase, 'broughtIntoTeams', { personId, organisationId });
    await askTeams({ trx, now, enqueue }, personId);
    return { personId };
  },
});
