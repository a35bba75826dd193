// Who may: the platform only, from what Graph answered. Changes: what was asked of Graph for a person, and a guest's account
// becomes theirs. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { reachFailures, reachSteps } from '../../process/reach/reach.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { linkAccount } from '../../store/reach/directory.ts';
import { personById, personByObjectId } from '../../store/people/people.ts';
import { putStep } from '../../store/reach/reach.ts';
import { act } from '../frame/act.ts';

const events = { guest: 'guestInvited', team: 'addedToTeam', app: 'appInstalled' } as const;

export const noteAccount = act({
  name: 'noteAccount',
  may: systemOnly,
  about: { personId: z.string(), step: z.enum(reachSteps) },
  form: {
    objectId: z.string().toLowerCase().optional(),
    failure: z.enum(reachFailures).optional(),
  },
  async load({ trx, about }) {
    const person = await personById(trx, about.personId);
    return person ? { person } : refuse('notFound');
  },
  async read({ person }, { trx, form: { objectId } }) {
    const holder = objectId ? await personByObjectId(trx, objectId) : null;
    return { taken: holder !== null && holder.id !== person.id };
  },
  async apply({ person, taken }, { trx, about: { personId, step }, form, now, record, enqueue }) {
    const { objectId } = form;
    const failure = taken ? 'accountTaken' : (form.failure ?? null);
    await putStep(trx, personId, step, { at: now, failure });
    if (failure) return { personId };
    if (objectId) await linkAccount(trx, personId, objectId);
    record(registerCase, events[step], { personId, organisationId: person.organisationId });
    // Who came in is seen by looking; Graph may take its time to tell.
    if (step === 'team') enqueue('syncDirectory', {});
    return { personId };
  },
});
