// Who may: the platform only, when Graph tells of a change. Changes: nothing itself; the directory is looked at soon.
// Refuses: everybody else. What is not one of our subscriptions, or does not know its secret, is let pass unheard.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { dropSubscriptions, subscriptionsByIds } from '../../store/reach/watching.ts';
import { oldAct } from '../frame/oldAct.ts';
import { sameSecret } from './sameSecret.ts';

/** Of one request; Graph puts far fewer together. */
export const mostWords = 100;

export const graphWord = z.object({
  subscriptionId: z.string().max(200),
  clientState: z.string().max(200),
  lifecycleEvent: z.string().max(100).optional().catch(undefined),
});
export type GraphWord = z.infer<typeof graphWord>;

export const noteGraphChange = oldAct({
  name: 'noteGraphChange',
  may: systemOnly,
  input: z.object({ value: z.array(graphWord).max(mostWords) }),
  async load({ trx, input: { value } }) {
    const rows = await subscriptionsByIds(
      trx,
      value.map((one) => one.subscriptionId),
    );
    const secrets = new Map(rows.map((row) => [row.id, row.clientState]));
    return value.filter((one) => sameSecret(secrets.get(one.subscriptionId), one.clientState));
  },
  decide: () => null,
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
