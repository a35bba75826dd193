// Who may: the platform only, when Graph tells of a change. Changes: nothing itself; the directory is looked at soon.
// Refuses: everybody else. What is not one of our subscriptions, or does not know its secret, is let pass unheard.
import { z } from 'zod';
import { systemOnly } from '../process/roles.ts';
import { dropSubscription, subscriptionById } from '../store/watching.ts';
import { act } from './act.ts';

const told = z.object({
  subscriptionId: z.string().max(200),
  clientState: z.string().max(200),
  lifecycleEvent: z.string().max(100).optional(),
});

export const noteGraphChange = act({
  name: 'noteGraphChange',
  may: systemOnly,
  input: z.object({ value: z.array(told).max(1_000) }),
  async load({ trx, input: { value } }) {
    const ours: z.infer<typeof told>[] = [];
    for (const one of value) {
      const row = await subscriptionById(trx, one.subscriptionId);
      if (row?.clientState === one.clientState) ours.push(one);
    }
    return ours;
  },
  decide: () => null,
  async apply(ours, { trx, enqueue }) {
    for (const { subscriptionId, lifecycleEvent } of ours)
      if (lifecycleEvent === 'subscriptionRemoved') await dropSubscription(trx, subscriptionId);
    if (ours.some(({ lifecycleEvent }) => lifecycleEvent)) enqueue('watchDirectory', {});
    // Told or missed: the delta is the truth, so every word leads to a look.
    if (ours.length > 0) enqueue('syncDirectory', {});
    return { heard: ours.length };
  },
});
