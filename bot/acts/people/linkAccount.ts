// Who may: the secretariat. Changes: a person of the register has an account in the host team, and acts with it.
// Refuses: an account nobody has seen there, one that is somebody's, a person who has one or whose place has ended. A repeat with the same key: the same answer.
import { z } from 'zod';
import { mayLink } from '../../process/reach/directory.ts';
import { mayBeGiven } from '../../process/people/place.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { knownAccount, linkAccount as link } from '../../store/reach/directory.ts';
import { personById, personByObjectId } from '../../store/people/people.ts';
import { oldAct } from '../frame/oldAct.ts';
import { greet } from '../reach/greet.ts';
import { id } from '../frame/input.ts';

export const linkAccount = oldAct({
  name: 'linkAccount',
  may: secretariat,
  input: z.object({ personId: id, objectId: id }),
  async load({ trx, input: { personId, objectId } }) {
    const person = personId ? await personById(trx, personId) : null;
    const taken = objectId ? await personByObjectId(trx, objectId) : null;
    const known = objectId ? await knownAccount(trx, objectId) : false;
    return { person, account: { known, takenBy: taken?.displayName ?? null } };
  },
  decide: ({ person, account }) => mayLink(person, account) ?? (person && mayBeGiven(person)),
  async apply({ person }, { trx, input: { personId, objectId }, now, record, enqueue }) {
    await link(trx, personId, objectId);
    record(registerCase, 'accountLinked', { personId, organisationId: person!.organisationId });
    await greet({ trx, now }, await personById(trx, personId));
    enqueue('bringPerson', {});
    return { personId };
  },
});
