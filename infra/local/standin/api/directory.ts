import { z } from 'zod';
import { addGroup, allGroups, deleteChannel, join, leave } from '../people/directory.ts';
import type { Route } from '../network/http.ts';
import type { World } from '../world.ts';
import { objectId, route, told } from './route.ts';

const group = z.object({
  id: z.guid(),
  displayName: z.string().min(1),
  members: z.array(objectId).default([]),
});
const member = z.object({ objectId });

/** The directory's groups, and the teams' own: who comes and who leaves. */
export function directoryRoutes(world: World): Route[] {
  const members = '/(?:groups|teams)/([^/]+)/members';
  return [
    route('GET', '/groups', () => allGroups(world)),
    route('POST', '/groups', async (call) => addGroup(world, await told(call, group))),
    route('POST', members, async (call) => join(world, call.part(0), (await told(call, member)).objectId)),
    route('DELETE', '/channels/([^/]+)', (call) => deleteChannel(world, call.part(0))),
    route('DELETE', `${members}/([^/]+)`, (call) => leave(world, call.part(0), call.part(1))),
  ];
}
