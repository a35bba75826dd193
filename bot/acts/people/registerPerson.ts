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
import { tenantsLetIn } from '../../store/frame/tenants.ts';
import { act, type Call, type Given } from '../frame/act.ts';
import { endPlaceWith } from './endPlace.ts';
import { greet } from '../reach/greet.ts';
import { id, optional, words } from '../frame/input.ts';
import { holdOpen, nothingOpen } from './following.ts';
import { telling } from './replacing.ts';

const about = {
  organisationId: id,
  objectId: optional(id),
  /** Whose object id it is: numbers are given within a tenant. The host's unless told. */
  tenantId: optional(id),
};
const form = {
  displayName: words(200),
  email: z.email().max(254),
  fields: optional(z.array(z.enum(fields)).max(2)),
  locale: optional(z.enum(['da', 'en'])),
};
type About = Given<typeof about>;
type Registering = Call<About, Given<typeof form>>;

/** Had left, and comes back with the same account. */
const isBack = ({ leftAt, secretariat: ofIt }: KnownPerson): boolean => leftAt !== null && !ofIt;

/** Is there, and was taken to be of another tenant. */
const isMoved = (person: KnownPerson, { organisationId, tenantId }: About) =>
  Boolean(tenantId) &&
  person.tenantId !== tenantId &&
  person.organisationId === organisationId &&
  !person.secretariat;

const eventOf = (taken: KnownPerson | null) =>
  !taken ? 'personRegistered' : isBack(taken) ? 'personReturned' : 'accountLinked';

/**
 * Gone by Entra's word they keep what they were for when they come back, and are told of what is open; with another member
 * it is over.
 */
async function back(
  call: Registering,
  taken: KnownPerson,
  row: Parameters<typeof placeAgain>[2],
): Promise<void> {
  const { id: personId, organisationId: from } = taken;
  const stays = from === call.about.organisationId;
  await lockPerson(call.trx, personId);
  const { roles } = await placeOf(call.trx, personId);
  if (!stays) await endPlaceWith(call, taken);
  await telling(call, from && stays && roles.length > 0 ? [from] : [], () =>
    placeAgain(call.trx, personId, row),
  );
}

export const registerPerson = act({
  name: 'registerPerson',
  may: secretariat,
  about,
  form,
  async load({ trx, about: { organisationId, objectId, tenantId: named }, hold, now }) {
    if (!(await organisationById(trx, organisationId))) return refuse('notFound');
    const tenants = await tenantsLetIn(trx);
    const tenantId = named ?? tenants.host;
    const taken = objectId ? await personByObjectId(trx, objectId) : null;
    const before = taken?.organisationId ?? null;
    if (before !== null && before !== organisationId) await hold(holdOpen, nothingOpen, before, now);
    return { taken, tenantId, letIn: tenants.all.includes(tenantId) };
  },
  open({ taken, tenantId, letIn }, asking) {
    if (!letIn) return refuse('tenantNotLetIn', { tenantId });
    if (!taken || isBack(taken) || isMoved(taken, asking.about)) return null;
    const name = taken.displayName;
    return taken.secretariat && !taken.organisationId
      ? refuse('secretariatHoldsNoSeat', { name })
      : refuse('alreadyExists', { what: name });
  },
  async apply({ taken, ...of }, call) {
    const {
      trx,
      about: { organisationId, objectId = null },
      form: { displayName, email, ...asked },
      now,
      record,
      enqueue,
    } = call;
    const shown = { organisationId, displayName, email };
    const row = { ...shown, fields: asked.fields ?? [], locale: asked.locale ?? ('da' as const) };
    const account = { objectId, tenantId: objectId && of.tenantId };
    if (taken) await back(call, taken, { ...row, ...account });
    const personId =
      taken?.id ?? (await insertPerson(trx, { ...row, ...account, secretariat: false, createdAt: now }));
    record(registerCase, eventOf(taken), { personId, organisationId });
    if (objectId) {
      await greet({ trx, now }, await personById(trx, personId));
      enqueue('bring', { kind: 'app' });
    }
    return { personId };
  },
});
