import { addMembers, removeMembers } from '../chat/chats.ts';
import { noteGroup, noteMember } from '../graph/changes.ts';
import { WireError } from '../network/http.ts';
import { channelsOf } from '../chat/channels.ts';
import type { Conversation, DirectoryGroup } from '../state.ts';
import type { World } from '../world.ts';

export function addGroup(world: World, { id, displayName, members }: DirectoryGroup) {
  if (world.groupOf(id)) throw new WireError(409, 'Conflict', `There is a group ${id} already`);
  for (const objectId of members) world.person(objectId);
  world.state.groups[id] = { id, displayName, members: [...new Set(members)] };
  noteGroup(world, id, members);
  return { id };
}

function groupBy(world: World, id: string) {
  const group = world.groupOf(id);
  if (!group) throw new WireError(404, 'NotFound', `There is no group ${id}`);
  return group;
}

export async function join(world: World, groupId: string, objectId: string) {
  const { team, members } = groupBy(world, groupId);
  world.person(objectId);
  if (team) return addMembers(world, world.conversation(team.channelId), [objectId]);
  if (members.includes(objectId)) return { added: 0 };
  members.push(objectId);
  noteMember(world, groupId, objectId, true);
  return { added: 1 };
}

export async function leave(world: World, groupId: string, objectId: string) {
  const { team, members } = groupBy(world, groupId);
  if (team) return removeMembers(world, world.conversation(team.channelId), [objectId]);
  const place = members.indexOf(objectId);
  if (place < 0) return { removed: 0 };
  members.splice(place, 1);
  noteMember(world, groupId, objectId, false);
  return { removed: 1 };
}

const channelShown = (world: World, { id, name }: Conversation) => ({
  id,
  name,
  tabs: (world.state.tabs[id] ?? []).map(({ displayName, configuration }) => ({
    name: displayName ?? '',
    url: configuration?.contentUrl ?? '',
  })),
});

/** Every group with who is in it, teams first and with the channels that were made in them. */
export const allGroups = (world: World) => [
  ...Object.values(world.state.teams).map((team) => {
    const made = channelsOf(world, team).filter(({ id }) => id !== team.channelId);
    return {
      ...groupBy(world, team.groupId),
      team: true,
      channels: made.map((one) => channelShown(world, one)),
    };
  }),
  ...Object.values(world.state.groups).map((group) => ({ ...group, team: false, channels: [] })),
];

/** As an owner of the team deletes it in Teams. */
export function deleteChannel(world: World, id: string): void {
  const { type, membership } = world.conversation(id);
  if (type !== 'channel' || !membership) throw new WireError(400, 'BadRequest', 'That channel stays.');
  delete world.state.conversations[id];
  delete world.state.tabs[id];
  world.changed({ kind: 'chats', conversationId: id });
}
