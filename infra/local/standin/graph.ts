import { batchRoute } from './graph/batch.ts';
import { catalogRoutes } from './graph/catalog.ts';
import { channelRoutes } from './graph/channels.ts';
import { deltaRoutes } from './graph/delta.ts';
import { driveRoutes } from './graph/drives.ts';
import { eventRoutes } from './graph/events.ts';
import { feedRoutes } from './graph/feed.ts';
import { groupRoutes } from './graph/groups.ts';
import { installRoutes } from './graph/installs.ts';
import { invitationRoutes } from './graph/invitations.ts';
import { scheduleRoutes } from './graph/schedules.ts';
import { createServe } from './graph/serve.ts';
import { subscriptionRoutes } from './graph/subscriptions.ts';
import { teamRoutes } from './graph/teams.ts';
import { userRoutes } from './graph/users.ts';
import type { Route } from './network/http.ts';
import { takeMail } from './chat/mail.ts';
import type { World } from './world.ts';

/** Graph: what this app needs of it. */
export function graphRoutes(world: World): Route[] {
  const serve = createServe(world);
  const routes: Route[] = [
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
    ...invitationRoutes(world, serve),
    ...channelRoutes(world, serve),
    ...feedRoutes(world, serve),
    ...driveRoutes(world, serve),
    ...catalogRoutes(world, serve),
    ...installRoutes(world, serve),
    ...scheduleRoutes(world, serve),
    ...eventRoutes(world, serve),
  ];
  return [...routes, batchRoute(world, routes)];
}
