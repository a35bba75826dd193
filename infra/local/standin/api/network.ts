import { z } from 'zod';
import { faultKinds } from '../network/faultKinds.ts';
import { editItem } from '../graph/drives.ts';
import type { Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { objectId, path, route, told } from './route.ts';

const fault = z.object({
  kind: z.enum(faultKinds),
  conversationId: z.string().optional(),
  objectId: objectId.optional(),
  times: z.int().min(1).optional(),
  retryAfter: z.number().min(0).optional(),
  ms: z.number().min(0).optional(),
  afterStoring: z.boolean().optional(),
  target: z.enum(['connector', 'graph']).optional(),
});
const most = z.number().min(0).nullable().default(null);
const limits = z.object({ perConversation: most, total: most });

/** What goes wrong between the app and Microsoft, how much passes, and what has passed. */
export function networkRoutes(world: World): Route[] {
  return [
    route('GET', '/faults', () => world.faults.list()),
    route('POST', '/faults', async (call) => {
      const added = world.faults.add(await told(call, fault));
      world.changed({ kind: 'faults' });
      return added;
    }),
    route('DELETE', '/faults(?:/(\\d+))?', (call) => {
      world.faults.clear(call.part(0) ? Number(call.part(0)) : undefined);
      world.changed({ kind: 'faults' });
    }),
    route('POST', '/limits', async (call) => world.limits.set(await told(call, limits))),
    route('GET', '/counters', () => world.limits.counters()),
    route('POST', '/counters/reset', () => world.limits.reset()),
    route('GET', '/mails', () => world.state.mails),
    route('GET', '/items', () => Object.values(world.state.items ?? {})),
    route('POST', '/items/([^/]+)/edit', (call) => editItem(world, call.part(0))),
    route('GET', '/feed', () => world.state.feed ?? []),
    ['GET', path('/traffic'), () => ({ body: world.traffic.map((line) => `${line}\n`).join('') })],
  ];
}
