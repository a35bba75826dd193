import { setTimeout as sleep } from 'node:timers/promises';
import type { Platform } from './wire.ts';

type CardJson = Record<string, unknown>;
type Seen = { id: string; cards: CardJson[] };
type Action = { type: string; verb?: string; data?: Record<string, unknown>; card?: CardJson };

/** Every action of a card, also those in the cards it can unfold. */
function actionsIn(value: unknown): Action[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Action;
  // A refresh is the client's own doing, and a fallback is for other clients: neither is a button.
  const { refresh, fallback, ...rest } = value as Record<string, unknown>;
  const inside = Object.values(rest).flatMap(actionsIn);
  return own.type === 'Action.Execute' ? [own, ...inside] : inside;
}

const findAction = (card: CardJson, verb: string, data: Record<string, unknown>): Action | undefined =>
  actionsIn(card).find(
    (action) =>
      action.verb === verb && Object.entries(data).every(([name, value]) => action.data?.[name] === value),
  );

const PATIENCE = 60_000;

/** Waits for a card in this person's chat that offers this action. */
export async function offered(
  platform: Platform,
  { objectId, conversationId }: { objectId: string; conversationId: string },
  verb: string,
  data: Record<string, unknown>,
) {
  const path = `/chats/${encodeURIComponent(conversationId)}/messages?as=${objectId}`;
  for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(100))
    for (const message of (await platform<Seen[]>('GET', path)).reverse()) {
      const action = message.cards[0] && findAction(message.cards[0], verb, data);
      if (action) return { activityId: message.id, action };
    }
  throw new Error(`no card of ${objectId} offers ${verb} ${JSON.stringify(data)}`);
}
