// Who may: the platform only, from what Graph answered. Changes: what was asked of Graph for a person, and a guest's account
// becomes theirs. Refuses: everybody else. A repeat: the same.
import { z } from 'zod';
import { reasonsOf } from '../../process/reach/errands.ts';
import { lackingAfter, reachSteps, wanted, type ReachStep } from '../../process/reach/reach.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { linkAccount } from '../../store/reach/directory.ts';
import { personById, personByObjectId } from '../../store/people/people.ts';
import { errandOf } from '../../store/reach/errands.ts';
import { reachedOf } from '../../store/reach/reach.ts';
import type { ErrandRow } from '../../store/schema.ts';
import { act } from '../frame/act.ts';
import { ask, settle, taken, wentSo, type Asking } from '../reach/errands.ts';

const events = { guest: 'guestInvited', team: 'addedToTeam', app: 'appInstalled' } as const;

/**
 * What is lacking then is asked for too, as of when all of it was: whoever has left since, or removed the app, is not brought
 * back unasked. Without an account there is nobody to add or to give the app to.
 */
async function goOn(call: Asking, step: ReachStep, { aboutId, askedAt }: ErrandRow): Promise<void> {
  const known = (await reachedOf(call.trx, [aboutId])).get(aboutId);
  if (!known?.account || !wanted(known, askedAt)) return;
  const next = lackingAfter(known, step);
  const before = next ? await errandOf(call.trx, next, aboutId) : null;
  const removed = before?.failure === 'removed' && before.failedAt !== null && before.failedAt > askedAt;
  if (next && !removed) await ask({ ...call, now: askedAt }, next, aboutId);
}

export const noteAccount = act({
  name: 'noteAccount',
  may: systemOnly,
  about: { personId: z.string(), step: z.enum(reachSteps) },
  form: {
    objectId: z.string().toLowerCase().optional(),
    failure: z.enum(reasonsOf('app')).optional(),
    /** It was lacking no more, by no doing of ours. */
    already: z.boolean().optional(),
    ...taken,
  },
  async load({ trx, about }) {
    const person = await personById(trx, about.personId);
    return person ? { person } : refuse('notFound');
  },
  async read({ person }, { trx, form: { objectId } }) {
    const holder = objectId ? await personByObjectId(trx, objectId) : null;
    return { others: holder !== null && holder.id !== person.id };
  },
  async apply({ person, others }, call) {
    const {
      trx,
      about: { personId, step },
      form,
      record,
      enqueue,
    } = call;
    const failure = others ? 'accountTaken' : form.failure;
    const { errand, lost } = await settle(call, step, personId, wentSo({ ...form, failure }), form);
    if (lost) return { personId };
    if (!failure && !form.already) {
      if (form.objectId) await linkAccount(trx, personId, form.objectId);
      record(registerCase, events[step], { personId, organisationId: person.organisationId });
      // Who came in is seen by looking; Graph may take its time to tell.
      if (step === 'team') enqueue('syncDirectory', {});
    }
    if (errand && failure !== 'unavailable' && failure !== 'notConnected') await goOn(call, step, errand);
    return { personId };
  },
});
