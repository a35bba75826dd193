import { randomUUID } from 'node:crypto';
import type { Conversation, Person } from '../state.ts';
import type { World } from '../world.ts';

export type Extra = Record<string, unknown>;

export const botId = (world: World) => `28:${world.options.appId}`;

function channelData(world: World, conversation: Conversation, extra: Extra): Extra {
  const team = conversation.teamId ? world.state.teams[conversation.teamId] : undefined;
  return {
    tenant: { id: world.options.tenantId },
    ...(team && {
      team: { id: team.id, name: team.name, aadGroupId: team.groupId },
      channel: { id: conversation.id },
    }),
    ...(conversation.meetingId && { meeting: { id: conversation.meetingId } }),
    ...extra,
  };
}

/** What every activity from Teams carries. */
export function activityOf(
  world: World,
  conversation: Conversation,
  from: Person | null,
  extra: Extra,
): Extra {
  const { channelData: data, conversationId, ...rest } = extra;
  const now = new Date().toISOString();
  const grouped = conversation.type !== 'personal';
  return {
    id: `f:${randomUUID()}`,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'Europe/Copenhagen',
    channelId: 'msteams',
    serviceUrl: world.serviceUrl(),
    from: from
      ? { id: from.mri, name: from.displayName, aadObjectId: from.objectId }
      : { id: botId(world), name: world.options.botName },
    conversation: {
      id: (conversationId as string | undefined) ?? conversation.id,
      conversationType: conversation.type,
      tenantId: world.options.tenantId,
      ...(grouped && { isGroup: true, name: conversation.name }),
    },
    recipient: { id: botId(world), name: world.options.botName },
    locale: 'da-DK',
    entities: [
      {
        type: 'clientInfo',
        locale: 'da-DK',
        country: 'DK',
        platform: 'Web',
        timezone: 'Europe/Copenhagen',
      },
    ],
    channelData: channelData(world, conversation, (data as Extra | undefined) ?? {}),
    ...rest,
  };
}
