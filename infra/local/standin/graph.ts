import { deltaRoutes } from './graph/delta.ts';
import { groupRoutes } from './graph/groups.ts';
import { createServe } from './graph/serve.ts';
import { subscriptionRoutes } from './graph/subscriptions.ts';
import { teamRoutes } from './graph/teams.ts';
import { userRoutes } from './graph/users.ts';
import type { Route } from './http.ts';
import { takeMail } from './mail.ts';
import type { World } from './world.ts';

/** Graph: what this app needs of it. */
export function graphRoutes(world: World): Route[] {
  const serve = createServe(world);
  return [
    serve(
      'POST',
      '/users/([^/]+)/sendMail',
      { service: 'mailbox', any: ['Mail.Send'], ownFaults: true },
      (call) => takeMail(world, call),
    ),
    ...userRoutes(world, serve),
    // `delta` would pass for a group's id: it comes first.
    ...deltaRoutes(world, serve),
    ...groupRoutes(world, serve),
    ...teamRoutes(world, serve),
    ...subscriptionRoutes(world, serve),
  ];
}
