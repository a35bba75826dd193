import type { Conversation, Message } from '../state.ts';
import { memberIn } from '../chat/chats.ts';
import type { World } from '../world.ts';

export function chatsOf(world: World, objectId: string) {
  world.person(objectId);
  return Object.values(world.state.conversations)
    .filter((c) => c.members.includes(objectId) && (c.type !== 'personal' || c.bot || c.messages.length > 0))
    .map((conversation) => summary(world, conversation));
}

function summary(world: World, { id, type, name, bot, members, teamId, meetingId, messages }: Conversation) {
  const last = messages.findLast((m) => !m.deleted);
  return {
    id,
    type,
    name,
    bot,
    teamId,
    meetingId,
    members: members.length,
    lastId: last?.id ?? null,
    lastAt: last?.at ?? null,
    lastText: last ? last.text || last.summary : '',
    lastFrom: last?.from ? world.state.people[last.from]?.displayName : last ? world.options.botName : null,
  };
}

function seenBy(world: World, objectId: string, message: Message) {
  const own = message.views[objectId];
  const { id, rootId, text, summary, at, editedAt, deleted, version } = message;
  return {
    id,
    rootId,
    from: message.from,
    fromName: message.from ? (world.state.people[message.from]?.displayName ?? '') : world.options.botName,
    text,
    summary,
    at,
    editedAt,
    deleted: deleted ?? false,
    version,
    ownView: own !== undefined,
    ownViewAt: own?.at ?? null,
    cards: own ? [own.card] : message.cards,
  };
}

export function messagesOf(world: World, conversationId: string, objectId: string) {
  const { conversation } = memberIn(world, objectId, conversationId);
  return conversation.messages.map((message) => seenBy(world, objectId, message));
}
