import { WireError, type Call, type Route } from '../network/http.ts';
import type { Conversation } from '../state.ts';
import type { World } from '../world.ts';
import { account, notInRoster } from './account.ts';

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

/** A meeting, and who is in it now. */
export function meetingRoutes(world: World, guard: (call: Call) => Promise<unknown>): Route[] {
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
