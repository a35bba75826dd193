import { createHash, randomUUID } from 'node:crypto';
import { addConversation } from './chats.ts';
import { activityOf } from '../outgoing/activity.ts';
import { deliver } from '../outgoing/deliver.ts';
import type { Conversation, Team } from '../state.ts';
import type { World } from '../world.ts';

/** The general channel first. */
export const channelsOf = (world: World, team: Team): Conversation[] =>
  Object.values(world.state.conversations)
    .filter((one) => one.teamId === team.id)
    .sort((a, b) => Number(b.id === team.channelId) - Number(a.id === team.channelId));

type NewChannel = { name: string; membership: 'standard' | 'private' | 'shared'; members: string[] };

/** A bot is in a team's standard channels with the team; into others it is added one by one. */
export function addChannel(
  world: World,
  team: Team,
  { name, membership, members }: NewChannel,
): Conversation {
  const general = world.conversation(team.channelId);
  const id = `19:${createHash('sha256').update(randomUUID()).digest('hex').slice(0, 32)}@thread.tacv2`;
  return addConversation(world, {
    id,
    type: 'channel',
    name,
    members: membership === 'standard' ? [...general.members] : members,
    bot: membership === 'standard' && general.bot,
    teamId: team.id,
    membership,
    messages: [],
  });
}

export const announceChannel = (world: World, channel: Conversation) =>
  deliver(
    world,
    activityOf(world, channel, null, {
      type: 'conversationUpdate',
      channelData: { eventType: 'channelCreated', channel: { id: channel.id, name: channel.name } },
    }),
  );
