import { z } from 'zod';
import { addMembers, addTeam } from '../chat/chats.ts';
import type { Call, Route } from '../network/http.ts';
import { chatsOf, messagesOf } from '../network/seen.ts';
import { click, say } from '../chat/talk.ts';
import type { World } from '../world.ts';
import { objectId, route, told } from './route.ts';

const team = z.object({
  name: z.string(),
  members: z.array(objectId).min(1),
  groupId: z.guid().optional(),
});
const members = z.object({ members: z.array(objectId) });
const said = z.object({
  objectId,
  conversationId: z.string(),
  text: z.string(),
  mention: z.boolean().optional(),
  rootId: z.string().optional(),
});
const clicked = z.object({
  objectId,
  conversationId: z.string(),
  activityId: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
  trigger: z.enum(['manual', 'automatic']).optional(),
  invokeId: z.string().optional(),
});

/** What people see, write and press in Teams. */
export function chatRoutes(world: World): Route[] {
  const as = (call: Call) => call.query.get('as') ?? '';
  return [
    route('POST', '/teams', async (call) => {
      const { name, members, groupId } = await told(call, team);
      return addTeam(world, name, members, groupId);
    }),
    route('POST', '/chats/([^/]+)/members', async (call) =>
      addMembers(world, world.conversation(call.part(0)), (await told(call, members)).members),
    ),
    route('POST', '/say', async (call) => say(world, await told(call, said))),
    route('POST', '/click', async (call) => click(world, await told(call, clicked))),
    route('GET', '/chats', (call) => chatsOf(world, as(call))),
    route('GET', '/chats/([^/]+)/messages', (call) => messagesOf(world, call.part(0), as(call))),
  ];
}
