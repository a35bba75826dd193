import { createHash, randomUUID } from 'node:crypto';
import { noteGroup, noteMember } from '../graph/changes.ts';
import { WireError } from '../network/http.ts';
import { announceBot, announceMembers } from '../outgoing/events.ts';
import type { Conversation, Person } from '../state.ts';
import type { World } from '../world.ts';

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

export async function addTeam(
  world: World,
  name: string,
  members: string[],
  groupId = randomUUID() as string,
) {
  if (world.groupOf(groupId)) throw new WireError(409, 'Conflict', `There is a group ${groupId} already`);
  const first = world.person(members[0] ?? '');
  for (const id of members) world.person(id);
  const channelId = `19:${digest(`${name}${randomUUID()}`)}@thread.tacv2`;
  // A team's general channel carries the team's own id.
  const team = { id: channelId, groupId, name, channelId };
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
  noteGroup(world, groupId, members);
  await setBot(world, channel, first, true);
  return { teamId: team.id, channelId, groupId };
}

/** Who comes into a team comes into all its standard channels. */
function together(world: World, conversation: Conversation): Conversation[] {
  if (!conversation.teamId || conversation.membership) return [conversation];
  const standard = Object.values(world.state.conversations).filter(
    (one) => one.teamId === conversation.teamId && one.membership === 'standard',
  );
  return [conversation, ...standard];
}

/** A team's people are those of its general channel: whoever comes into one is in the other. */
export async function addMembers(world: World, conversation: Conversation, objectIds: string[]) {
  const added = objectIds.filter((id) => !conversation.members.includes(id)).map((id) => world.person(id));
  for (const one of together(world, conversation)) one.members.push(...added.map((p) => p.objectId));
  await tellMembers(world, conversation, added, 'Added');
  return { added: added.length };
}

export async function removeMembers(world: World, conversation: Conversation, objectIds: string[]) {
  const removed = objectIds.filter((id) => conversation.members.includes(id)).map((id) => world.person(id));
  for (const one of together(world, conversation))
    one.members = one.members.filter((id) => !objectIds.includes(id));
  await tellMembers(world, conversation, removed, 'Removed');
  return { removed: removed.length };
}

async function tellMembers(
  world: World,
  conversation: Conversation,
  people: Person[],
  what: 'Added' | 'Removed',
) {
  world.changed({ kind: 'chats', conversationId: conversation.id });
  if (people.length === 0) return;
  const general = conversation.teamId && !conversation.membership;
  const team = general ? world.team(conversation.teamId ?? '') : null;
  if (team) for (const { objectId } of people) noteMember(world, team.groupId, objectId, what === 'Added');
  if (conversation.bot) await announceMembers(world, conversation, people, what);
}

export function memberIn(world: World, objectId: string, conversationId: string) {
  const person = world.person(objectId);
  const conversation = world.conversation(conversationId);
  if (!conversation.members.includes(objectId))
    throw new WireError(403, 'Forbidden', 'That person is not in this conversation');
  return { person, conversation };
}
