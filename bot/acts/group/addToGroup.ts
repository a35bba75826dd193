// Who may: the secretariat. Changes: a seat in the case's working group; whoever is not in Teams is brought there soon.
// Refuses: a case without a group; somebody of no member organisation, or who has left. A repeat: the same seat; another field: that field.
import { z } from 'zod';
import { mayBeGiven } from '../../process/people/place.ts';
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { groupFields } from '../../process/group/workingGroup.ts';
import { putSeat } from '../../store/group/groups.ts';
import { personById } from '../../store/people/people.ts';
import { lockPerson } from '../../store/people/places.ts';
import { act } from '../frame/act.ts';
import { askTeams } from '../reach/askTeams.ts';
import { id } from '../frame/input.ts';
import { groupOfCase } from './ofCase.ts';

export const addToGroup = act({
  name: 'addToGroup',
  may: secretariat,
  about: { revisionId: id, personId: id },
  // Whether the group is there is known before anybody is picked.
  later: ['personId'],
  form: { field: z.enum(groupFields) },
  async load({ trx, about: { revisionId, personId }, hold }) {
    const group = await groupOfCase(trx, revisionId);
    if (isRefusal(group)) return group;
    if (!personId) return { group, person: null };
    const person = await hold(lockPerson, personById, personId, 'share');
    return person ? { group, person } : refuse('notFound');
  },
  open({ group, person }) {
    if (!group) return refuse('groupMissing');
    if (!person) return null;
    return person.organisationId
      ? mayBeGiven(person)
      : refuse('noMembersPerson', { name: person.displayName });
  },
  async apply({ person }, { trx, about: { revisionId, personId }, form: { field }, now, record, enqueue }) {
    if (await putSeat(trx, { caseId: revisionId, personId, field, at: now }))
      record(revisionId, 'groupJoined', {
        revisionId,
        personId,
        organisationId: person!.organisationId,
        field,
      });
    await askTeams({ trx, now, enqueue }, personId);
    return { revisionId, personId };
  },
});
