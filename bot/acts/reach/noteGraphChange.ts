// Who may: the platform only, when Graph tells of a change. Changes: nothing itself; the directory is looked at soon.
// Refuses: everybody else. What is not one of our subscriptions, or does not know its secret, is let pass unheard.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { dropSubscriptions, subscriptionsByIds } from '../../store/reach/watching.ts';
import { act } from '../frame/act.ts';
import { sameSecret } from './sameSecret.ts';

/** Of one request; Graph puts far fewer together. */
export const mostWords = 100;

export const graphWord = z.object({
  subscriptionId: z.string().max(200),
  clientState: z.string().max(200),
  lifecycleEvent: z.string().max(100).optional().catch(undefined),
});
export type GraphWord = z.infer<typeof graphWord>;

export const noteGraphChange = act({
  name: 'noteGraphChange',
  may: systemOnly,
  about: { value: z.array(graphWord).max(mostWords) },
  async load({ trx, about: { value } }) {
    const rows = await subscriptionsByIds(
      trx,
      value.map((one) => one.subscriptionId),
    );
    const secrets = new Map(rows.map((row) => [row.id, row.clientState]));
    return value.filter((one) => sameSecret(secrets.get(one.subscriptionId), one.clientState));
  },
  async apply(ours, { trx, enqueue }) {
    const removed = ours.filter(({ lifecycleEvent }) => lifecycleEvent === 'subscriptionRemoved');
    if (removed.length > 0)
      await dropSubscriptions(
        trx,
        removed.map((one) => one.subscriptionId),
      );
    if (ours.some(({ lifecycleEvent }) => lifecycleEvent)) enqueue('watchDirectory', {});
    // Told or missed: the delta is the truth, so every word leads to a look.
    if (ours.length > 0) enqueue('syncDirectory', {});
    return { heard: ours.length };
  },
});
