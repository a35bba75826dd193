// Who may: the secretariat. Changes: a person in the register, bound to one organisation and one Entra object.
// Refuses: an unknown organisation; an object id that is registered. A repeat with the same key: the same answer.
import { z } from 'zod';
import { fields } from '../process/organisation.ts';
import { refuse } from '../process/refusals.ts';
import { secretariat } from '../process/roles.ts';
import { registerCase } from '../process/trail.ts';
import { insertPerson, organisationById, personByObjectId } from '../store/people.ts';
import { act } from './act.ts';
import { greet } from './greet.ts';
import { accountId, id, optional, words } from './input.ts';

export const registerPerson = act({
  name: 'registerPerson',
  may: secretariat,
  input: z.object({
    organisationId: id,
    displayName: words(200),
    email: z.email().max(254),
    objectId: optional(accountId),
    fields: optional(z.array(z.enum(fields)).max(2)),
    locale: optional(z.enum(['da', 'en'])),
  }),
  async load({ trx, input }) {
    if (!input.organisationId || !(await organisationById(trx, input.organisationId)))
      return refuse('notFound');
    return { taken: input.objectId ? await personByObjectId(trx, input.objectId) : null };
  },
  decide: ({ taken }) => (taken ? refuse('alreadyExists', { what: taken.displayName }) : null),
  async apply(_, { trx, input, now, record, enqueue }) {
    const personId = await insertPerson(trx, {
      organisationId: input.organisationId,
      displayName: input.displayName,
      email: input.email,
      objectId: input.objectId ?? null,
      fields: input.fields ?? [],
      locale: input.locale ?? 'da',
      secretariat: false,
      createdAt: now,
    });
    record(registerCase, 'personRegistered', { personId, organisationId: input.organisationId });
    if (input.objectId) {
      await greet({ trx, now }, await personByObjectId(trx, input.objectId));
      enqueue('bringPerson', {});
    }
    return { personId };
  },
});
