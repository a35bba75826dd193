import { createGuard } from './appToken.ts';
import type { FaultKind } from './faults.ts';
import { throttled } from './faults.ts';
import type { Call, Reply, Route } from './http.ts';
import { WireError } from './http.ts';
import { checkSize, edit, messageOf, postByBot, remove } from './messages.ts';
import type { BotActivity } from './messages.ts';
import { meetingRoutes, rosterRoutes } from './rosters.ts';
import type { Conversation } from './state.ts';
import { CHANNEL_ISSUER } from './tokens.ts';
import type { World } from './world.ts';

const sendFaults: FaultKind[] = ['slow', '429', '412', '502', '503', 'blocked', 'notInRoster'];

type NewConversation = {
  isGroup?: boolean;
  members?: { id?: string; aadObjectId?: string }[];
  tenantId?: string;
  channelData?: { channel?: { id?: string }; teamsChannelId?: string; tenant?: { id?: string } };
  activity?: BotActivity;
};

/** The only member of a personal chat; faults may be meant for one person. */
const personIn = (conversation: Conversation) =>
  conversation.type === 'personal' ? conversation.members[0] : undefined;

function createGate(world: World, guard: (call: Call) => Promise<void>) {
  const pass = async (conversationId: string, work: () => Promise<Reply>): Promise<Reply> => {
    const wait = world.limits.take(conversationId);
    if (wait !== null) throw throttled(wait);
    const conversation = world.conversation(conversationId);
    const place = { conversationId: conversation.id, objectId: personIn(conversation) };
    const fault = await world.faults.meet(place, sendFaults);
    if (fault && !fault.after) throw fault.error;
    if (!conversation.bot)
      throw new WireError(
        403,
        'BotNotInConversationRoster',
        'The bot is not part of the conversation roster.',
      );
    const reply = await work();
    if (fault) throw fault.error;
    return reply;
  };

  /** The way of everything that is sent: token, limits, faults, then the work; counted with its outcome. */
  return async (call: Call, conversationId: string, work: () => Promise<Reply>): Promise<Reply> => {
    await guard(call);
    const key = conversationId.split(';')[0] ?? conversationId;
    try {
      const reply = await pass(key, work);
      world.limits.count(key, reply.status ?? 200);
      return reply;
    } catch (error) {
      const known = error instanceof WireError ? error : null;
      world.limits.count(key, known?.status ?? 500);
      if (known?.status === 429) world.limits.told(key, Number(known.headers['retry-after'] ?? 1));
      throw error;
    }
  };
}

const rootOf = (conversationId: string) => conversationId.match(/;messageid=(\d+)/)?.[1];

async function bodyOf<T>(call: Call): Promise<T> {
  checkSize(await call.text());
  return call.json<T>();
}

function targetOf(world: World, body: NewConversation): string {
  const channel = body.channelData?.channel?.id ?? body.channelData?.teamsChannelId;
  if (channel) return channel;
  const asked = body.members?.[0];
  const person = world.personOf(asked?.id ?? asked?.aadObjectId ?? '');
  if (!person || body.isGroup || body.members?.length !== 1)
    throw new WireError(400, 'BadArgument', 'Bot is not able to start this conversation.');
  const id = world.personalId(person.objectId);
  if (!world.state.conversations[id]?.bot)
    throw new WireError(403, 'ForbiddenOperationException', 'The app is not installed for this user.');
  return id;
}

async function createConversation(world: World, body: NewConversation, target: string): Promise<Reply> {
  const conversation = world.conversation(target);
  const message = body.activity ? postByBot(world, conversation, body.activity) : null;
  const id =
    conversation.type === 'channel' && message
      ? `${conversation.id};messageid=${message.id}`
      : conversation.id;
  return { status: 201, body: { id, activityId: message?.id, serviceUrl: world.serviceUrl() } };
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
    ...meetingRoutes(world, guard),
  ];
}

/** A reply stays in the thread of what it answers. */
function threadOf(conversation: Conversation, call: Call): string | undefined {
  const repliedTo = call.part(1);
  return conversation.messages.find((m) => m.id === repliedTo)?.rootId;
}
