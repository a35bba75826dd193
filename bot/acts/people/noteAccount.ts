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
import { oldAct } from '../frame/oldAct.ts';

const events = { guest: 'guestInvited', team: 'addedToTeam', app: 'appInstalled' } as const;

export const noteAccount = oldAct({
  name: 'noteAccount',
  may: systemOnly,
  input: z.object({
    personId: z.string(),
    step: z.enum(reachSteps),
    objectId: z.string().toLowerCase().optional(),
    failure: z.enum(reachFailures).optional(),
  }),
  async load({ trx, input }) {
    const person = await personById(trx, input.personId);
    const holder = input.objectId ? await personByObjectId(trx, input.objectId) : null;
    return person ? { person, taken: holder !== null && holder.id !== person.id } : refuse('notFound');
  },
  decide: () => null,
  async apply({ person, taken }, { trx, input, now, record, enqueue }) {
    const { personId, step, objectId } = input;
    const failure = taken ? 'accountTaken' : (input.failure ?? null);
    await putStep(trx, personId, step, { at: now, failure });
    if (failure) return { personId };
    if (objectId) await linkAccount(trx, personId, objectId);
    record(registerCase, events[step], { personId, organisationId: person.organisationId });
    // Who came in is seen by looking; Graph may take its time to tell.
    if (step === 'team') enqueue('syncDirectory', {});
    return { personId };
  },
});
