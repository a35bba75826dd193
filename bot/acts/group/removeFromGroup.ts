// Who may: the secretariat. Changes: a seat in the case's working group ends; the team keeps its member, since people have
// other errands there. Refuses: a case without a group, an unknown person. A repeat: changes nothing.
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { endSeat } from '../../store/group/groups.ts';
import { personById } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { groupOfCase } from './ofCase.ts';

export const removeFromGroup = act({
  name: 'removeFromGroup',
  may: secretariat,
  about: { revisionId: id, personId: id },
  later: ['personId'],
  async load({ trx, about: { revisionId, personId } }) {
    const group = await groupOfCase(trx, revisionId);
    if (isRefusal(group)) return group;
    if (!personId) return { group, person: null };
    const person = await personById(trx, personId);
    return person ? { group, person } : refuse('notFound');
  },
  open: ({ group }) => (group ? null : refuse('groupMissing')),
  async apply({ person }, { trx, about: { revisionId, personId }, now, record }) {
    if (await endSeat(trx, revisionId, personId, now))
      record(revisionId, 'groupLeft', { revisionId, personId, organisationId: person!.organisationId });
    return { revisionId, personId };
  },
});
