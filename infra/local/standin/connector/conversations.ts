import { WireError, type Reply } from '../network/http.ts';
import { postByBot, type BotActivity } from '../chat/messages.ts';
import type { World } from '../world.ts';

export type NewConversation = {
  isGroup?: boolean;
  members?: { id?: string; aadObjectId?: string }[];
  tenantId?: string;
  channelData?: { channel?: { id?: string }; teamsChannelId?: string; tenant?: { id?: string } };
  activity?: BotActivity;
};

/** The conversation that is meant, if the bot may begin it. */
export function targetOf(world: World, body: NewConversation): string {
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

/** Opens it, with its first message if there is one. */
export async function createConversation(
  world: World,
  body: NewConversation,
  target: string,
): Promise<Reply> {
  const conversation = world.conversation(target);
  const message = body.activity ? postByBot(world, conversation, body.activity) : null;
  const id =
    conversation.type === 'channel' && message
      ? `${conversation.id};messageid=${message.id}`
      : conversation.id;
  return { status: 201, body: { id, activityId: message?.id, serviceUrl: world.serviceUrl() } };
}
