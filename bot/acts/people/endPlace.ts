// Who may: the secretariat. Changes: a person's place with their member ends: seat, deputyship, contact, chair, working
// groups and all rights; what they did stays. Whoever answers in their place is told of what is open; where nobody can,
// the secretariat is. Refuses: who has no place with a member; whoever is only of the secretariat,
// which is said in Entra and in the app's settings, so that nobody can end its last one here. A repeat: the same answer.
import { z } from 'zod';
import { mayEndPlace } from '../../process/people/place.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { personById, type KnownPerson } from '../../store/people/people.ts';
import { endPlaceOf, isPlaceEnded, lockPerson, placeOf, type Place } from '../../store/people/places.ts';
import type { Call } from '../frame/act.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id, reason } from '../frame/input.ts';
import { leaveMeetings } from './leaveMeetings.ts';
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
  await leaveMeetings({ trx, now, enqueue }, [personId]);
  enqueue('closeFiles', {});
  return place;
}

export const endPlace = oldAct({
  name: 'endPlace',
  may: secretariat,
  input: z.object({ personId: id, reason }),
  async load({ trx, input, probe }) {
    // Before anybody is picked.
    if (probe && !input.personId) return null;
    const person = await (probe ? personById : lockPerson)(trx, input.personId);
    return person ? { person } : refuse('notFound');
  },
  decide: (known) => known && mayEndPlace(known.person),
  async apply(known, call) {
    const { personId, reason: why } = call.input;
    const { person } = known!;
    const { organisationId, leftAt } = person;
    const ended = await telling(call, organisationId ? [organisationId] : [], () =>
      endPlaceWith(call, person, why),
    );
    return { personId, organisationId, ended: ended ?? (await placeOf(call.trx, personId, leftAt)) };
  },
});
