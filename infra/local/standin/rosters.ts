import type { Call, Route } from './http.ts';
import { WireError } from './http.ts';
import type { Conversation, Person } from './state.ts';
import type { World } from './world.ts';

type Guard = (call: Call) => Promise<void>;

const notInRoster = () =>
  new WireError(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');

export function account(person: Person) {
  const [givenName = '', ...rest] = person.displayName.split(' ');
  return {
    id: person.mri,
    name: person.displayName,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: person.tenantId,
    userRole: person.guest ? 'guest' : 'user',
  };
}

function rosterOf(world: World, conversationId: string): Person[] {
  const conversation = world.conversation(conversationId);
  if (!conversation.bot) throw notInRoster();
  return conversation.members.map((id) => world.person(id));
}

function page(people: Person[], query: URLSearchParams) {
  const size = Math.min(500, Math.max(50, Number(query.get('pageSize') ?? 200) || 200));
  const from = Number(query.get('continuationToken') ?? 0) || 0;
  const next = from + size < people.length ? String(from + size) : undefined;
  // Paged rows carry objectId, single members aadObjectId too: so does Teams.
  const members = people.slice(from, from + size).map((p) => ({ ...account(p), objectId: p.objectId }));
  return { members, continuationToken: next };
}

function memberOf(people: Person[], id: string) {
  const person = people.find((p) => p.mri === id || p.objectId === id);
  if (!person)
    throw new WireError(404, 'MemberNotFoundInConversation', 'Member not found in the conversation.');
  return { ...account(person), objectId: person.objectId, aadObjectId: person.objectId };
}

function teamOf(world: World, id: string) {
  const team = world.state.teams[id];
  if (!team) throw new WireError(404, 'NotFound', 'The team does not exist.');
  const channel = world.conversation(team.channelId);
  if (!channel.bot) throw notInRoster();
  return { team, channel };
}

export function rosterRoutes(world: World, guard: Guard): Route[] {
  const base = '^/connector/v3/conversations/([^/]+)';
  const guarded = async (call: Call, body: () => unknown) => {
    await guard(call);
    return { body: body() };
  };
  const roster = (call: Call) => rosterOf(world, call.part(0));
  return [
    [
      'GET',
      new RegExp(`${base}/pagedmembers$`),
      (call) => guarded(call, () => page(roster(call), call.query)),
    ],
    [
      'GET',
      new RegExp(`${base}/members$`),
      (call) => guarded(call, () => roster(call).map((p) => ({ ...account(p), objectId: p.objectId }))),
    ],
    [
      'GET',
      new RegExp(`${base}/members/([^/]+)$`),
      (call) => guarded(call, () => memberOf(roster(call), call.part(1))),
    ],
    [
      'GET',
      /^\/connector\/v3\/teams\/([^/]+)$/,
      (call) =>
        guarded(call, () => {
          const { team, channel } = teamOf(world, call.part(0));
          return {
            id: team.id,
            name: team.name,
            aadGroupId: team.groupId,
            tenantId: world.options.tenantId,
            channelCount: 1,
            memberCount: channel.members.length,
          };
        }),
    ],
    [
      'GET',
      /^\/connector\/v3\/teams\/([^/]+)\/conversations$/,
      // The general channel has no name of its own in Teams.
      (call) => guarded(call, () => ({ conversations: [{ id: teamOf(world, call.part(0)).channel.id }] })),
    ],
  ];
}

function chatOf(world: World, meetingId: string): Conversation {
  const conversation = world.conversation(world.meeting(meetingId).conversationId);
  if (!conversation.bot) throw notInRoster();
  return conversation;
}

const shortConversation = (conversation: Conversation) => ({
  id: conversation.id,
  isGroup: true,
  conversationType: 'groupChat',
});

function meetingInfo(world: World, meetingId: string) {
  const conversation = chatOf(world, meetingId);
  const meeting = world.meeting(meetingId);
  const organizer = meeting.organizer ? world.person(meeting.organizer) : null;
  return {
    details: {
      id: meeting.id,
      msGraphResourceId: Buffer.from(`1*${meeting.organizer ?? ''}*0**${conversation.id}`).toString('base64'),
      scheduledStartTime: meeting.startsAt,
      scheduledEndTime: meeting.endsAt,
      joinUrl: meeting.joinUrl,
      title: meeting.title,
      type: 'Scheduled',
    },
    conversation: shortConversation(conversation),
    organizer: organizer
      ? { id: organizer.mri, aadObjectId: organizer.objectId, tenantId: organizer.tenantId }
      : undefined,
  };
}

function participant(world: World, meetingId: string, id: string, tenantId: string | null) {
  const conversation = chatOf(world, meetingId);
  const meeting = world.meeting(meetingId);
  if (!tenantId) throw new WireError(400, 'BadArgument', 'The tenantId is missing.');
  const person = world.personOf(id);
  const tenants = [world.options.tenantId, person?.tenantId];
  if (!person || !conversation.members.includes(person.objectId) || !tenants.includes(tenantId))
    throw new WireError(404, 'NotFound', 'The participant is not part of the meeting.');
  return {
    user: { ...account(person), aadObjectId: person.objectId, tenantId },
    meeting: {
      role: meeting.organizer === person.objectId ? 'Organizer' : 'Attendee',
      inMeeting: meeting.inMeeting.includes(person.objectId),
    },
    conversation: shortConversation(conversation),
  };
}

export function meetingRoutes(world: World, guard: Guard): Route[] {
  return [
    [
      'GET',
      /^\/connector\/v1\/meetings\/([^/]+)$/,
      async (call) => {
        await guard(call);
        return { body: meetingInfo(world, call.part(0)) };
      },
    ],
    [
      'GET',
      /^\/connector\/v1\/meetings\/([^/]+)\/participants\/([^/]+)$/,
      async (call) => {
        await guard(call);
        world.limits.participant();
        const objectId = world.personOf(call.part(1))?.objectId;
        const place = {
          objectId,
          conversationId: world.state.meetings[call.part(0)]?.conversationId,
        };
        const fault = await world.faults.meet(place, ['slow', 'participantError']);
        if (fault) throw fault.error;
        return { body: participant(world, call.part(0), call.part(1), call.query.get('tenantId')) };
      },
    ],
    [
      'POST',
      /^\/connector\/v1\/meetings\/([^/]+)\/notification$/,
      async (call) => {
        await guard(call);
        chatOf(world, call.part(0));
        return { status: 202, body: {} };
      },
    ],
  ];
}
