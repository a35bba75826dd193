// Who may: the secretariat. Changes: a person in the register, bound to one organisation and one account of Entra: of the
// host's tenant, unless another is named. With the account of somebody who had left, they are back; with another tenant
// named for somebody of this organisation, their account is of that one. Back with another member, what they were for the
// one before ends. Refuses: an unknown organisation; a tenant that is not let in; an object id that is registered. A repeat
// with the same key: the same answer.
import { z } from 'zod';
import { fields } from '../../process/people/organisation.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import {
  insertPerson,
  organisationById,
  personById,
  personByObjectId,
  type KnownPerson,
} from '../../store/people/people.ts';
import { lockPerson, placeAgain, placeOf } from '../../store/people/places.ts';
import { holdOpen } from '../../store/hearing/replacing.ts';
import { tenantsLetIn } from '../../store/frame/tenants.ts';
import { oldAct, type OldCall } from '../frame/oldAct.ts';
import { endPlaceWith } from './endPlace.ts';
import { greet } from '../reach/greet.ts';
import { id, optional, words } from '../frame/input.ts';
import { telling } from './replacing.ts';

/** Had left, and comes back with the same account. */
const isBack = ({ leftAt, secretariat: ofIt }: KnownPerson): boolean => leftAt !== null && !ofIt;

/** Is there, and was taken to be of another tenant. */
const isMoved = (person: KnownPerson, input: { organisationId: string; tenantId?: string | undefined }) =>
  Boolean(input.tenantId) &&
  person.tenantId !== input.tenantId &&
  person.organisationId === input.organisationId &&
  !person.secretariat;

const eventOf = (taken: KnownPerson | null) =>
  !taken ? 'personRegistered' : isBack(taken) ? 'personReturned' : 'accountLinked';

/**
 * Gone by Entra's word they keep what they were for when they come back, and are told of what is open; with another member
 * it is over.
 */
async function back(
  call: OldCall<{ organisationId: string }>,
  taken: KnownPerson,
  row: Parameters<typeof placeAgain>[2],
): Promise<void> {
  const { id: personId, organisationId: from } = taken;
  const stays = from === call.input.organisationId;
  await lockPerson(call.trx, personId);
  const { roles } = await placeOf(call.trx, personId);
  if (!stays) await endPlaceWith(call, taken);
  await telling(call, from && stays && roles.length > 0 ? [from] : [], () =>
    placeAgain(call.trx, personId, row),
  );
}

export const registerPerson = oldAct({
  name: 'registerPerson',
  may: secretariat,
  input: z.object({
    organisationId: id,
    displayName: words(200),
    email: z.email().max(254),
    objectId: optional(id),
    /** Whose object id it is: numbers are given within a tenant. The host's unless told. */
    tenantId: optional(id),
    fields: optional(z.array(z.enum(fields)).max(2)),
    locale: optional(z.enum(['da', 'en'])),
  }),
  async load({ trx, input, probe, now }) {
    if (!input.organisationId || !(await organisationById(trx, input.organisationId)))
      return refuse('notFound');
    const tenants = await tenantsLetIn(trx);
    const tenantId = input.tenantId ?? tenants.host;
    const taken = input.objectId ? await personByObjectId(trx, input.objectId) : null;
    const before = taken?.organisationId ?? null;
    if (!probe && before !== null && before !== input.organisationId) await holdOpen(trx, before, now);
    return { taken, tenantId, letIn: tenants.all.includes(tenantId) };
  },
  decide({ taken, tenantId, letIn }, { input }) {
    if (!letIn) return refuse('tenantNotLetIn', { tenantId });
    if (!taken || isBack(taken) || isMoved(taken, input)) return null;
    const name = taken.displayName;
    return taken.secretariat && !taken.organisationId
      ? refuse('secretariatHoldsNoSeat', { name })
      : refuse('alreadyExists', { what: name });
  },
  async apply({ taken, ...of }, call) {
    const { trx, input, now, record, enqueue } = call;
    const { organisationId, displayName, email } = input;
    const shown = { organisationId, displayName, email };
    const row = { ...shown, fields: input.fields ?? [], locale: input.locale ?? ('da' as const) };
    const objectId = input.objectId ?? null;
    const account = { objectId, tenantId: objectId && of.tenantId };
    if (taken) await back(call, taken, { ...row, ...account });
    const personId =
      taken?.id ?? (await insertPerson(trx, { ...row, ...account, secretariat: false, createdAt: now }));
    record(registerCase, eventOf(taken), { personId, organisationId });
    if (objectId) {
      await greet({ trx, now }, await personById(trx, personId));
      enqueue('bringPerson', {});
    }
    return { personId };
  },
});
