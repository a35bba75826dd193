import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { lifecycleEvents, sendLifecycle } from '../graph/lifecycle.ts';
import { liveSubscriptions } from '../graph/notify.ts';
import type { Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { route, told } from './route.ts';

const lifecycle = z.object({ subscriptionId: z.string(), event: z.enum(lifecycleEvents) });
const permissions = z.object({ denied: z.array(z.string()) });
const throttle = z.object({
  everyNth: z.int().min(1).nullable().default(null),
  retryAfter: z.number().min(0).default(1),
  perTeam: z.int().min(1).nullable().default(null),
});
const losing = z.object({ on: z.boolean() });

/** What goes wrong in Graph alone, and what the app has asked of it. */
export function graphControlRoutes(world: World): Route[] {
  return [
    route('GET', '/graph/subscriptions', () => liveSubscriptions(world)),
    route('POST', '/graph/lifecycle', async (call) => {
      const { subscriptionId, event } = await told(call, lifecycle);
      return sendLifecycle(world, subscriptionId, event);
    }),
    route('POST', '/graph/forgetDeltas', () => {
      world.state.deltaAge = randomUUID();
      world.store.changed();
    }),
    route('GET', '/graph/permissions', () => ({ denied: world.state.denied })),
    route('POST', '/graph/permissions', async (call) => {
      world.state.denied = (await told(call, permissions)).denied;
      world.store.changed();
    }),
    route('GET', '/graph/throttle', () => world.throttle.report()),
    route('POST', '/graph/throttle', async (call) => world.throttle.set(await told(call, throttle))),
    route('POST', '/graph/dropNotifications', async (call) => {
      world.losing.notifications = (await told(call, losing)).on;
    }),
  ];
}
