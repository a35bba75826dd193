import type { Conversation, Person } from '../state.ts';
import type { World } from '../world.ts';
import { activityOf, botId, type Extra } from './activity.ts';
import { deliver } from './deliver.ts';

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
