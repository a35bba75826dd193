import { WireError } from '../network/http.ts';
import type { Card, Conversation, Message } from '../state.ts';
import type { World } from '../world.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';
const HUNDRED_KB = 100 * 1024;

type Attachment = { contentType?: string; content?: Card };
export type BotActivity = {
  type?: string;
  text?: string;
  summary?: string;
  attachments?: Attachment[];
  replyToId?: string;
};

const cardsOf = (activity: BotActivity): Card[] =>
  (activity.attachments ?? []).flatMap((a) => (a.contentType === CARD && a.content ? [a.content] : []));

/** Teams counts UTF-16, so plain ASCII weighs double. */
export function checkSize(text: string): void {
  if (text.length * 2 > HUNDRED_KB) throw new WireError(413, 'MessageSizeTooBig', 'Message size too large.');
}

export function postByBot(
  world: World,
  conversation: Conversation,
  activity: BotActivity,
  rootId?: string,
): Message {
  const id = world.nextActivityId();
  const message: Message = {
    id,
    from: null,
    text: activity.text ?? '',
    summary: activity.summary ?? '',
    cards: cardsOf(activity),
    at: world.now(),
    version: 1,
    views: {},
  };
  if (conversation.type === 'channel') message.rootId = rootId ?? id;
  conversation.messages.push(message);
  world.changed({ kind: 'message', conversationId: conversation.id });
  return message;
}

export function postByPerson(
  world: World,
  conversation: Conversation,
  said: { from: string; text: string; rootId?: string },
): Message {
  const id = world.nextActivityId();
  const message: Message = {
    id,
    ...said,
    summary: '',
    cards: [],
    at: world.now(),
    version: 1,
    views: {},
  };
  if (conversation.type === 'channel') message.rootId = said.rootId ?? id;
  conversation.messages.push(message);
  world.changed({ kind: 'message', conversationId: conversation.id });
  return message;
}

export function messageOf(conversation: Conversation, activityId: string): Message {
  // The newest are asked for most.
  for (let i = conversation.messages.length - 1; i >= 0; i--) {
    const message = conversation.messages[i];
    if (message?.id === activityId && !message.deleted) return message;
  }
  throw new WireError(404, 'ActivityNotFound', 'Activity not found.');
}

/** An edit reaches everybody: own views give way to the new card, as in Teams. */
export function edit(
  world: World,
  conversation: Conversation,
  message: Message,
  activity: BotActivity,
): void {
  message.text = activity.text ?? '';
  message.summary = activity.summary ?? '';
  message.cards = cardsOf(activity);
  message.version++;
  message.editedAt = world.now();
  message.views = {};
  world.changed({ kind: 'message', conversationId: conversation.id });
}

export function remove(world: World, conversation: Conversation, message: Message): void {
  message.deleted = true;
  message.cards = [];
  message.text = '';
  message.views = {};
  world.changed({ kind: 'message', conversationId: conversation.id });
}
