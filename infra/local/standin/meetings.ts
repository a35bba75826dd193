import { randomUUID } from 'node:crypto';
import { addConversation, setBot } from './chat/chats.ts';
import { WireError } from './network/http.ts';
import { announceMeeting } from './outgoing/events.ts';
import type { Meeting, Person } from './state.ts';
import type { World } from './world.ts';

type NewMeeting = {
  title: string;
  joinUrl: string;
  startsAt: string;
  endsAt: string;
  members: string[];
};

export function addMeeting(world: World, said: NewMeeting) {
  for (const id of said.members) world.person(id);
  const conversationId = `19:meeting_${Buffer.from(randomUUID()).toString('base64url')}@thread.v2`;
  const meeting: Meeting = {
    id: Buffer.from(`0#${conversationId}#0`).toString('base64'),
    conversationId,
    title: said.title,
    joinUrl: said.joinUrl,
    startsAt: said.startsAt,
    endsAt: said.endsAt,
    organizer: said.members[0] ?? null,
    inMeeting: [],
    state: 'scheduled',
  };
  world.state.meetings[meeting.id] = meeting;
  const { title: name, members } = said;
  const chat = {
    id: conversationId,
    type: 'groupChat' as const,
    name,
    members,
    bot: false,
    messages: [],
  };
  addConversation(world, { ...chat, meetingId: meeting.id });
  return { meetingId: meeting.id, conversationId };
}

const hostOf = (world: World, meeting: Meeting): Person => {
  const member = meeting.organizer ?? world.conversation(meeting.conversationId).members[0];
  return world.person(member ?? '');
};

export const addBotToMeeting = (world: World, meeting: Meeting) =>
  setBot(world, world.conversation(meeting.conversationId), hostOf(world, meeting), true);

export async function runMeeting(world: World, meeting: Meeting, start: boolean) {
  meeting.state = start ? 'running' : 'ended';
  if (!start) meeting.inMeeting = [];
  world.changed({ kind: 'meeting', conversationId: meeting.conversationId });
  if (!world.conversation(meeting.conversationId).bot) return { status: null };
  return {
    status: (await announceMeeting(world, meeting, hostOf(world, meeting), start ? 'Start' : 'End')).status,
  };
}

export function setPresence(world: World, meeting: Meeting, objectId: string, inMeeting: boolean): void {
  const conversation = world.conversation(meeting.conversationId);
  if (!conversation.members.includes(objectId))
    throw new WireError(404, 'NotFound', 'That person is not invited to the meeting');
  meeting.inMeeting = meeting.inMeeting.filter((id) => id !== objectId);
  if (inMeeting) meeting.inMeeting.push(objectId);
  world.changed({ kind: 'meeting', conversationId: conversation.id });
}
