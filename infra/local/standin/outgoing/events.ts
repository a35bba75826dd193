import type { Conversation, Meeting, Person } from '../state.ts';
import type { World } from '../world.ts';
import { activityOf, botId } from './activity.ts';
import { deliver } from './deliver.ts';

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

export function announceMembers(
  world: World,
  conversation: Conversation,
  people: Person[],
  what: 'Added' | 'Removed',
) {
  const members = people.map((p) => ({ id: p.mri, aadObjectId: p.objectId, name: p.displayName }));
  const channelData = conversation.type === 'channel' ? { eventType: `teamMember${what}` } : {};
  return deliver(
    world,
    activityOf(world, conversation, people[0] ?? null, {
      type: 'conversationUpdate',
      [`members${what}`]: members,
      channelData,
    }),
  );
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
