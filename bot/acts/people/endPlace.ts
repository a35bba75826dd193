// Who may: the secretariat. Changes: a person's place with their member ends: seat, deputyship, contact, chair, working
// groups and all rights; what they did stays. Whoever answers in their place is told of what is open; where nobody can,
// the secretariat is. Refuses: who has no place with a member; whoever is only of the secretariat,
// which is said in Entra and in the app's settings, so that nobody can end its last one here. A repeat: the same answer.
import { mayEndPlace } from '../../process/people/place.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { personById, type KnownPerson } from '../../store/people/people.ts';
import { endPlaceOf, isPlaceEnded, lockPerson, placeOf, type Place } from '../../store/people/places.ts';
import { act, type Call } from '../frame/act.ts';
import { id, reason } from '../frame/input.ts';
import { tellLeft } from './following.ts';
import { telling } from './replacing.ts';

/** Ends all that somebody is for their member, and says so; null: there is nothing left to end. */
export async function endPlaceWith(
  { trx, now, record, enqueue }: Pick<Call<unknown>, 'trx' | 'now' | 'record' | 'enqueue'>,
  { id: personId, organisationId, leftAt }: KnownPerson,
  why?: string,
): Promise<Place | null> {
  const place = await placeOf(trx, personId);
  const held = place.roles.length > 0 || place.groups.length > 0;
  if (!held && leftAt !== null && (await isPlaceEnded(trx, personId))) return null;
  await endPlaceOf(trx, personId, now);
  record(registerCase, 'placeEnded', {
    personId,
    organisationId,
    ...place,
    ...(why && { reason: why }),
  });
  for (const revisionId of place.groups)
    record(revisionId, 'groupLeft', { revisionId, personId, organisationId });
  await tellLeft({ trx, now, enqueue }, [personId]);
  enqueue('closeFiles', {});
  return place;
}

export const endPlace = act({
  name: 'endPlace',
  may: secretariat,
  about: { personId: id },
  form: { reason },
  async load({ about, hold }) {
    const person = await hold(lockPerson, personById, about.personId);
    return person ? { person } : refuse('notFound');
  },
  open: ({ person }) => mayEndPlace(person),
  async apply({ person }, call) {
    const { id: personId, organisationId, leftAt } = person;
    const ended = await telling(call, organisationId ? [organisationId] : [], () =>
      endPlaceWith(call, person, call.form.reason),
    );
    return { personId, organisationId, ended: ended ?? (await placeOf(call.trx, personId, leftAt)) };
  },
});
