import { createHash, randomUUID } from 'node:crypto';
import { WireError } from './http.ts';
import { messageOf, postByPerson } from './messages.ts';
import { announceBot, announceMeeting, announceMembers, clickCard, sayToBot } from './outgoing.ts';
import type { Click } from './outgoing.ts';
import type { Conversation, Meeting, Message, Person } from './state.ts';
import type { World } from './world.ts';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const digest = (text: string, length = 32) =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

export function addPerson(
  world: World,
  said: {
    objectId?: string;
    displayName?: string;
    email?: string;
    tenantId?: string;
    guest?: boolean;
    posts?: string[];
  },
): Person {
  const { objectId, displayName, email } = said;
  if (!objectId || !displayName || !email)
    throw new WireError(400, 'BadArgument', 'objectId, displayName and email are needed');
  const person: Person = {
    objectId,
    displayName,
    email,
    tenantId: said.tenantId ?? world.options.tenantId,
    guest: said.guest ?? false,
    posts: said.posts ?? [],
    mri: world.mri(objectId),
  };
  world.state.people[objectId] = person;
  world.changed({ kind: 'people' });
  return person;
}

function addConversation(world: World, conversation: Conversation): Conversation {
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

type Said = {
  objectId: string;
  conversationId: string;
  text: string;
  mention?: boolean;
  rootId?: string;
};

/** In a shared chat the bot hears only what mentions it. */
export async function say(world: World, said: Said) {
  const { person, conversation } = memberIn(world, said.objectId, said.conversationId);
  const { text, rootId } = said;
  const message = postByPerson(world, conversation, { from: person.objectId, text, rootId });
  const heard = conversation.bot && (conversation.type === 'personal' || said.mention !== false);
  if (!heard) return { activityId: message.id, heard: false };
  const plain = text.replace(new RegExp(`^@${world.options.botName}\\s*`, 'i'), '');
  const { status } = await sayToBot(world, conversation, person, {
    id: message.id,
    text: plain,
    rootId: message.rootId,
  });
  return { activityId: message.id, heard: true, status };
}

type Clicked = {
  objectId: string;
  conversationId: string;
  activityId: string;
  verb: string;
  data?: Record<string, unknown>;
  trigger?: Click['trigger'];
  invokeId?: string;
};

/** Sends the click; a card in the answer becomes this person's own view of the message. */
export async function click(world: World, clicked: Clicked) {
  const { person, conversation } = memberIn(world, clicked.objectId, clicked.conversationId);
  const message = messageOf(conversation, clicked.activityId);
  const { verb, data = {}, trigger = 'manual', invokeId } = clicked;
  const reply = await clickCard(world, conversation, person, message, {
    verb,
    data,
    trigger,
    invokeId,
  });
  keepView(world, conversation, message, person, reply.body);
  return reply;
}

function keepView(
  world: World,
  conversation: Conversation,
  message: Message,
  person: Person,
  body: unknown,
): void {
  const answer = body as {
    statusCode?: number;
    type?: string;
    value?: Record<string, unknown>;
  } | null;
  if (answer?.statusCode !== 200 || answer.type !== CARD_TYPE || !answer.value) return;
  message.views[person.objectId] = { card: answer.value, at: world.now() };
  world.changed({ kind: 'view', conversationId: conversation.id });
}
