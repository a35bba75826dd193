import { createHash, randomUUID } from 'node:crypto';
import { WireError } from './http.ts';
import { announceBot, announceMembers } from './outgoing/events.ts';
import type { Conversation, Person } from './state.ts';
import type { World } from './world.ts';

const digest = (text: string, length = 32) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

export function addConversation(world: World, conversation: Conversation): Conversation {
  world.state.conversations[conversation.id] ??= conversation;
  world.changed({ kind: 'chats', conversationId: conversation.id });
  return world.conversation(conversation.id);
}

export function personalChat(world: World, person: Person): Conversation {
  const id = world.personalId(person.objectId);
  return addConversation(world, {
    id,
    type: 'personal',
    name: world.options.botName,
    members: [person.objectId],
    bot: false,
    messages: [],
  });
}

export async function setBot(world: World, conversation: Conversation, by: Person, inside: boolean) {
  conversation.bot = inside;
  world.changed({ kind: 'chats', conversationId: conversation.id });
  return announceBot(world, conversation, by, inside ? 'add' : 'remove');
}

export async function addTeam(world: World, name: string, members: string[]) {
  const first = world.person(members[0] ?? '');
  for (const id of members) world.person(id);
  const channelId = `19:${digest(`${name}${randomUUID()}`)}@thread.tacv2`;
  // A team's general channel carries the team's own id.
  const team = { id: channelId, groupId: randomUUID(), name, channelId };
  world.state.teams[team.id] = team;
  const channel = addConversation(world, {
    id: channelId,
    type: 'channel',
    name,
    members,
    bot: false,
    teamId: team.id,
    messages: [],
  });
  await setBot(world, channel, first, true);
  return { teamId: team.id, channelId };
}

export async function addMembers(world: World, conversation: Conversation, objectIds: string[]) {
  const added = objectIds.filter((id) => !conversation.members.includes(id)).map((id) => world.person(id));
  conversation.members.push(...added.map((p) => p.objectId));
  world.changed({ kind: 'chats', conversationId: conversation.id });
  const first = added[0];
  if (first && conversation.bot) await announceMembers(world, conversation, first, added);
  return { added: added.length };
}

export function memberIn(world: World, objectId: string, conversationId: string) {
  const person = world.person(objectId);
  const conversation = world.conversation(conversationId);
  if (!conversation.members.includes(objectId))
    throw new WireError(403, 'Forbidden', 'That person is not in this conversation');
  return { person, conversation };
}
