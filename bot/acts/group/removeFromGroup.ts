// Who may: the secretariat. Changes: a seat in the case's working group ends; the team keeps its member, since people have
// other errands there. Refuses: a case without a group, an unknown person. A repeat: changes nothing.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { revisionById } from '../../store/case/cases.ts';
import { endSeat, groupOf } from '../../store/group/groups.ts';
import { personById } from '../../store/people/people.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id } from '../frame/input.ts';

export const removeFromGroup = oldAct({
  name: 'removeFromGroup',
  may: secretariat,
  input: z.object({ revisionId: id, personId: id }),
  async load({ trx, input, probe }) {
    if (!(await revisionById(trx, input.revisionId))) return refuse('notFound');
    const person = probe && !input.personId ? null : await personById(trx, input.personId);
    if (!probe && !person) return refuse('notFound');
    return { group: await groupOf(trx, input.revisionId), person };
  },
  decide: ({ group }) => (group ? null : refuse('groupMissing')),
  async apply({ person }, { trx, input: { revisionId, personId }, now, record }) {
    if (await endSeat(trx, revisionId, personId, now))
      record(revisionId, 'groupLeft', { revisionId, personId, organisationId: person!.organisationId });
    return { revisionId, personId };
  },
});
