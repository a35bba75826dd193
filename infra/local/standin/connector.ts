import { createGuard } from './appToken.ts';
import { createConversation, targetOf, type NewConversation } from './connector/conversations.ts';
import { createGate } from './connector/gate.ts';
import { meetingRoutes } from './connector/meetings.ts';
import { rosterRoutes } from './connector/rosters.ts';
import { teamRoutes } from './connector/teams.ts';
import type { Call, Reply, Route } from './network/http.ts';
import { checkSize, edit, messageOf, postByBot, remove, type BotActivity } from './chat/messages.ts';
import type { Conversation } from './state.ts';
import { CHANNEL_ISSUER } from './tokens.ts';
import type { World } from './world.ts';

const rootOf = (conversationId: string) => conversationId.match(/;messageid=(\d+)/)?.[1];

async function bodyOf<T>(call: Call): Promise<T> {
  checkSize(await call.text());
  return call.json<T>();
}

/** A reply stays in the thread of what it answers. */
function threadOf(conversation: Conversation, call: Call): string | undefined {
  const repliedTo = call.part(1);
  return conversation.messages.find((m) => m.id === repliedTo)?.rootId;
}

/** The Connector: what Teams offers a bot, at `serviceUrl`. */
export function connectorRoutes(world: World): Route[] {
  const guard = createGuard(world, CHANNEL_ISSUER);
  const gate = createGate(world, guard);
  const base = '^/connector/v3/conversations';
  const post = async (call: Call): Promise<Reply> => {
    const activity = await bodyOf<BotActivity>(call);
    if (activity.type === 'typing') return { status: 201, body: { id: world.nextActivityId() } };
    const conversation = world.conversation(call.part(0));
    const message = postByBot(
      world,
      conversation,
      activity,
      rootOf(call.part(0)) ?? threadOf(conversation, call),
    );
    return { status: 201, body: { id: message.id } };
  };
  const change = async (call: Call): Promise<Reply> => {
    const conversation = world.conversation(call.part(0));
    const message = messageOf(conversation, call.part(1));
    if (call.method === 'DELETE') remove(world, conversation, message);
    else edit(world, conversation, message, await bodyOf<BotActivity>(call));
    return { status: 200, body: { id: message.id } };
  };
  const one = new RegExp(`${base}/([^/]+)/activities/([^/]+)$`);
  return [
    ['POST', new RegExp(`${base}/([^/]+)/activities$`), (call) => gate(call, call.part(0), () => post(call))],
    ['POST', one, (call) => gate(call, call.part(0), () => post(call))],
    ['PUT', one, (call) => gate(call, call.part(0), () => change(call))],
    ['DELETE', one, (call) => gate(call, call.part(0), () => change(call))],
    [
      'POST',
      new RegExp(`${base}/?$`),
      async (call) => {
        const body = await bodyOf<NewConversation>(call);
        await guard(call);
        const target = targetOf(world, body);
        return gate(call, target, () => createConversation(world, body, target));
      },
    ],
    ...rosterRoutes(world, guard),
    ...teamRoutes(world, guard),
    ...meetingRoutes(world, guard),
  ];
}
