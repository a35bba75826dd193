// Who may: the secretariat. Changes: a person in the register, bound to one organisation and one Entra object.
// With the account of somebody who had left, they are back. Refuses: an unknown organisation; an object id that is
// registered. A repeat with the same key: the same answer.
import { z } from 'zod';
import { fields } from '../process/organisation.ts';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { registerCase } from '../process/trail.ts';
import { insertPerson, organisationById, personByObjectId, type KnownPerson } from '../store/people.ts';
import { placeAgain } from '../store/places.ts';
import { act } from './act.ts';
import { greet } from './greet.ts';
import { id, optional, words } from './input.ts';

/** Had left, and comes back with the same account. */
const isBack = ({ leftAt, secretariat: ofIt }: KnownPerson): boolean => leftAt !== null && !ofIt;

export const registerPerson = act({
  name: 'registerPerson',
  may: secretariat,
  input: z.object({
    organisationId: id,
    displayName: words(200),
    email: z.email().max(254),
    objectId: optional(id),
    fields: optional(z.array(z.enum(fields)).max(2)),
    locale: optional(z.enum(['da', 'en'])),
  }),
  async load({ trx, input }) {
    if (!input.organisationId || !(await organisationById(trx, input.organisationId)))
      return refuse('notFound');
    return { taken: input.objectId ? await personByObjectId(trx, input.objectId) : null };
  },
  decide({ taken }) {
    if (!taken || isBack(taken)) return null;
    const name = taken.displayName;
    return taken.secretariat && !taken.organisationId
      ? refuse('secretariatHoldsNoSeat', { name })
      : refuse('alreadyExists', { what: name });
  },
  async apply({ taken }, { trx, input, now, record, enqueue }) {
    const { organisationId, displayName, email } = input;
    const shown = { organisationId, displayName, email };
    const row = { ...shown, fields: input.fields ?? [], locale: input.locale ?? ('da' as const) };
    const objectId = input.objectId ?? null;
    if (taken) await placeAgain(trx, taken.id, row);
    const personId =
      taken?.id ?? (await insertPerson(trx, { ...row, objectId, secretariat: false, createdAt: now }));
    record(registerCase, taken ? 'personReturned' : 'personRegistered', { personId, organisationId });
    if (input.objectId) {
      await greet({ trx, now }, await personByObjectId(trx, input.objectId));
      enqueue('bringPerson', {});
    }
    return { personId };
  },
});
