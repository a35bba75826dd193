// Who may: the secretariat. Changes: the rules of procedure in force for votes opened from now on.
// Refuses: a secret ballot, which is not offered. A repeat: confirms the same rule again, and says so in the trail.
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { bases, thresholds, ties, type Rule } from '../../process/vote/vote.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { insertRules, lockRules } from '../../store/vote/rules.ts';
import { act, personOf, type Call } from '../frame/act.ts';

/** 0 and "none" both mean that no quorum is asked for; otherwise the share of members, above 0 and up to 1. */
const quorum = z.preprocess(
  (value) => (value === null || value === 'none' ? 0 : value),
  z.number().min(0).max(1),
);
const deputies = z.preprocess(
  (value) => (value === 'allowed' ? true : value === 'notAllowed' ? false : value),
  z.boolean(),
);

/** What was confirmed is known by its time: no two have the same. */
async function afterThoseInForce({ trx, time }: Call): Promise<Date> {
  const { confirmedAt } = await lockRules(trx);
  let at = await time();
  while (at.getTime() === confirmedAt?.getTime()) {
    await sleep(1);
    at = await time();
  }
  return at;
}

export const confirmRules = act({
  name: 'confirmRules',
  may: secretariat,
  form: {
    base: z.enum(bases),
    threshold: z.enum(thresholds),
    tie: z.preprocess((tie) => (tie === 'chair' ? 'chairDecides' : tie), z.enum(ties)),
    quorum,
    secrecy: z.enum(['open', 'secret']),
    deputies,
  },
  decide: (_, { form }) => (form.secrecy === 'secret' ? refuse('secretNotOffered') : null),
  async apply(_, call) {
    const { trx, form, doer, record } = call;
    const rule: Rule = { ...form, secrecy: 'open' };
    await insertRules(trx, rule, personOf(doer), await afterThoseInForce(call));
    record(registerCase, 'rulesConfirmed', { rule });
    return { confirmed: true };
  },
});
