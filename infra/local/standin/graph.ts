import { createGuard } from './appToken.ts';
import type { Reply, Route } from './http.ts';
import { WireError } from './http.ts';
import { takeMail } from './mail.ts';
import { recorded } from './traffic.ts';
import type { World } from './world.ts';

function userOf(world: World, id: string): Reply {
  const person = Object.values(world.state.people).find((p) => p.objectId === id || p.email === id);
  if (!person) throw new WireError(404, 'Request_ResourceNotFound', `Resource '${id}' does not exist.`);
  return {
    body: {
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
      id: person.objectId,
      displayName: person.displayName,
      mail: person.email,
      userPrincipalName: person.email,
      userType: person.guest ? 'Guest' : 'Member',
    },
  };
}

/** Graph: what this app needs of it. */
export function graphRoutes(world: World): Route[] {
  const guard = createGuard(world, 'https://graph.microsoft.com');
  return [
    [
      'POST',
      /^\/graph\/v1\.0\/users\/([^/]+)\/sendMail$/,
      (call) =>
        recorded(world, call, async () => {
          await guard(call);
          return takeMail(world, call);
        }),
    ],
    [
      'GET',
      /^\/graph\/v1\.0\/users\/([^/]+)$/,
      (call) =>
        recorded(world, call, async () => {
          await guard(call);
          return userOf(world, call.part(0));
        }),
    ],
  ];
}
