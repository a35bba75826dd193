import { randomUUID } from 'node:crypto';
import { WireError } from './http.ts';
import type { Conversation, Meeting, Person } from './state.ts';
import type { World } from './world.ts';

export type Delivered = { status: number; body: unknown };
type Extra = Record<string, unknown>;

export const botId = (world: World) => `28:${world.options.appId}`;

/** One channel token serves for most of its hour, as Teams' own do. */
const cached = new WeakMap<World, { token: string; until: number; origin: string }>();

async function channelToken(world: World): Promise<string> {
  const known = cached.get(world);
  if (known && known.until > Date.now() && known.origin === world.address.origin) return known.token;
  const token = await world.tokens.channel();
  cached.set(world, { token, until: Date.now() + 50 * 60_000, origin: world.address.origin });
  return token;
}

export async function deliver(world: World, activity: Extra): Promise<Delivered> {
  if (!world.address.appUrl) throw new WireError(503, 'NoApp', 'The app is not known yet');
  const response = await fetch(`${world.address.appUrl}/api/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await channelToken(world)}`,
    },
    body: JSON.stringify(activity),
  }).catch((error: unknown) => {
    throw new WireError(502, 'AppUnreachable', `The app does not answer: ${String(error)}`);
  });
  const text = await response.text();
  try {
    return { status: response.status, body: text ? JSON.parse(text) : null };
  } catch {
    return { status: response.status, body: text };
  }
}

function channelData(world: World, conversation: Conversation, extra: Extra): Extra {
  const team = conversation.teamId ? world.state.teams[conversation.teamId] : undefined;
  return {
    tenant: { id: world.options.tenantId },
    ...(team && {
      team: { id: team.id, name: team.name, aadGroupId: team.groupId },
      channel: { id: team.channelId },
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

/** The bot was added to (or taken out of) a chat: both activities Teams sends, in its order. */
export async function announceBot(
  world: World,
  conversation: Conversation,
  by: Person,
  action: 'add' | 'remove',
) {
  const bot = [{ id: botId(world) }];
  const eventType =
    conversation.type === 'channel'
      ? { eventType: action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved' }
      : {};
  const update = await deliver(
    world,
    activityOf(world, conversation, by, {
      type: 'conversationUpdate',
      ...(action === 'add' ? { membersAdded: bot } : { membersRemoved: bot }),
      channelData: eventType,
    }),
  );
  const installation = await deliver(
    world,
    activityOf(world, conversation, by, {
      type: 'installationUpdate',
      action,
      channelData: {
        settings: { selectedChannel: { id: conversation.id } },
        source: { name: 'message' },
      },
    }),
  );
  return { conversationUpdate: update.status, installationUpdate: installation.status };
}

export function announceMembers(world: World, conversation: Conversation, by: Person, added: Person[]) {
  const membersAdded = added.map((p) => ({
    id: p.mri,
    aadObjectId: p.objectId,
    name: p.displayName,
  }));
  return deliver(world, activityOf(world, conversation, by, { type: 'conversationUpdate', membersAdded }));
}

export function announceMeeting(world: World, meeting: Meeting, by: Person, what: 'Start' | 'End') {
  const common = {
    MeetingType: 'Scheduled',
    Title: meeting.title,
    Id: Buffer.from(`1*${meeting.organizer ?? ''}*0**${meeting.conversationId}`).toString('base64'),
    JoinUrl: meeting.joinUrl,
  };
  return deliver(
    world,
    activityOf(world, world.conversation(meeting.conversationId), by, {
      type: 'event',
      name: `application/vnd.microsoft.meeting${what}`,
      value: { ...common, [`${what}Time`]: world.now() },
    }),
  );
}

export function sayToBot(
  world: World,
  conversation: Conversation,
  from: Person,
  said: { id: string; text: string; rootId?: string },
) {
  const mention = `<at>${world.options.botName}</at>`;
  const grouped = conversation.type !== 'personal';
  const mentioned = { id: botId(world), name: world.options.botName };
  return deliver(
    world,
    activityOf(world, conversation, from, {
      type: 'message',
      id: said.id,
      textFormat: 'plain',
      text: grouped ? `${mention} ${said.text}` : said.text,
      ...(grouped && { entities: [{ type: 'mention', mentioned, text: mention }] }),
      ...(said.rootId && { conversationId: `${conversation.id};messageid=${said.rootId}` }),
    }),
  );
}

export type Click = {
  verb: string;
  data: Extra;
  trigger: 'manual' | 'automatic';
  invokeId?: string;
};

export function clickCard(
  world: World,
  conversation: Conversation,
  from: Person,
  message: { id: string; rootId?: string },
  click: Click,
) {
  return deliver(
    world,
    activityOf(world, conversation, from, {
      type: 'invoke',
      name: 'adaptiveCard/action',
      ...(click.invokeId && { id: click.invokeId }),
      replyToId: message.id,
      value: {
        action: { type: 'Action.Execute', verb: click.verb, data: click.data },
        trigger: click.trigger,
      },
      channelData: { source: { name: 'message' }, legacy: { replyToId: `1:${message.id}` } },
      ...(message.rootId && { conversationId: `${conversation.id};messageid=${message.rootId}` }),
    }),
  );
}
