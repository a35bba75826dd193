// Who may: the secretariat. Changes: which member's seat leads the case's working group; that member counts among those
// represented. Refuses: a case without a group; a seat that nobody holds. A repeat: the same lead; another takes the place.
import { representativeOf } from '../../process/people/organisation.ts';
import { isRefusal, refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { setLead } from '../../store/group/leads.ts';
import { appointments, organisationById } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { groupOfCase } from './ofCase.ts';

export const nameLead = act({
  name: 'nameLead',
  may: secretariat,
  about: { revisionId: id, organisationId: id },
  // Whether the group is there is known before anybody is picked.
  later: ['organisationId'],
  async load({ trx, about: { revisionId, organisationId } }) {
    const group = await groupOfCase(trx, revisionId);
    if (isRefusal(group)) return group;
    if (!organisationId) return { group, member: null };
    const member = await organisationById(trx, organisationId);
    if (!member) return refuse('notFound');
    const holder = representativeOf(await appointments(trx, organisationId), organisationId);
    return { group, member: { name: member.name, holder } };
  },
  open({ group, member }) {
    if (!group) return refuse('groupMissing');
    return !member || member.holder ? null : refuse('seatVacant', { organisation: member.name });
  },
  async apply(_, { trx, about: { revisionId, organisationId }, record }) {
    if (await setLead(trx, revisionId, organisationId))
      record(revisionId, 'leadNamed', { revisionId, organisationId });
    return { revisionId, organisationId };
  },
});
