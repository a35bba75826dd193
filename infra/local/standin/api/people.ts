import { z } from 'zod';
import { personalChat, setBot } from '../chat/chats.ts';
import type { Call, Route } from '../network/http.ts';
import { overview, personas } from '../overview.ts';
import { addPerson } from '../people/people.ts';
import type { World } from '../world.ts';
import { objectId, route, told } from './route.ts';

const text = z.object({ da: z.string(), en: z.string() });
const step = z.object({ text, objectId: objectId.optional(), view: z.string().optional() });
const scenario = z.object({ name: z.string(), title: text, guide: z.array(step).optional() });
const named = z.object({ objectId });
const person = z.object({
  objectId: z.guid(),
  displayName: z.string().min(1),
  email: z.string().min(1),
  tenantId: z.string().optional(),
  guest: z.boolean().optional(),
  posts: z.array(z.string()).optional(),
});

/** Who is here, and who of them has the bot. */
export function peopleRoutes(world: World): Route[] {
  const install = (inside: boolean) => async (call: Call) => {
    const who = world.person((await told(call, named)).objectId);
    const conversation = personalChat(world, who);
    const sent = await setBot(world, conversation, who, inside);
    return { conversationId: conversation.id, ...sent };
  };
  return [
    route('GET', '/state', () => overview(world)),
    route('GET', '/personas', () => personas(world)),
    route('POST', '/people', async (call) => addPerson(world, await told(call, person))),
    route('POST', '/install', install(true)),
    route('POST', '/uninstall', install(false)),
    route('POST', '/scenario', async (call) => {
      world.state.scenario = await told(call, scenario);
      world.changed({ kind: 'people' });
    }),
  ];
}
