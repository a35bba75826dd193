import { memberIn } from './chats.ts';
import { messageOf, postByPerson } from './messages.ts';
import { clickCard, sayToBot, type Click } from '../outgoing/talk.ts';
import type { Conversation, Message, Person } from '../state.ts';
import type { World } from '../world.ts';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

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
