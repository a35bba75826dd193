// Who may: the secretariat. Changes: a person of the register has an account in the host team, and acts with it.
// Refuses: an account nobody has seen there, one that is somebody's, a person who has one or whose place has ended. A repeat with the same key: the same answer.
import { mayLink } from '../../process/reach/directory.ts';
import { mayBeGiven } from '../../process/people/place.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { knownAccount, linkAccount as link } from '../../store/reach/directory.ts';
import { personById, personByObjectId } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';
import { greet } from '../reach/greet.ts';
import { id } from '../frame/input.ts';

export const linkAccount = act({
  name: 'linkAccount',
  may: secretariat,
  about: { personId: id, objectId: id },
  async load({ trx, about: { personId, objectId } }) {
    const person = await personById(trx, personId);
    const taken = await personByObjectId(trx, objectId);
    const known = await knownAccount(trx, objectId);
    return { person, account: { known, takenBy: taken?.displayName ?? null } };
  },
  open: ({ person, account }) => mayLink(person, account) ?? (person && mayBeGiven(person)),
  async apply({ person }, { trx, about: { personId, objectId }, now, record, enqueue }) {
    await link(trx, personId, objectId);
    record(registerCase, 'accountLinked', { personId, organisationId: person!.organisationId });
    await greet({ trx, now }, await personById(trx, personId));
    enqueue('bring', { kind: 'app' });
    return { personId };
  },
});
