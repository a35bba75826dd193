import { randomUUID } from 'node:crypto';
import { appId, tenantId, type Answer, type House } from './app.ts';
import { t } from '../../bot/i18n/index.ts';
import type { Someone } from './factories.ts';

export type Activity = Record<string, any>;

/** What Teams would send; anything can be replaced. */
export function activity(house: House, who: Someone, more: Activity = {}): Activity {
  return {
    id: `f:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: `${house.platform.url}/connector/`,
    from: { id: `29:${who.objectId}`, name: 'Indkøbschef', aadObjectId: who.objectId },
    conversation: { id: `a:${who.objectId}`, conversationType: 'personal', tenantId },
    recipient: { id: `28:${appId}`, name: 'POGI' },
    locale: 'da-DK',
    channelData: { tenant: { id: tenantId } },
    ...more,
  };
}

export const invoke = (verb: unknown, data: unknown, trigger = 'manual'): Activity => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger },
});

export async function channelToken(house: House, overrides?: object): Promise<string> {
  return (await house.api<{ token: string }>('POST', '/bot-token', { overrides })).token;
}

/** An activity at the app's door, with the channel's own token unless another is given. */
export async function deliver(house: House, sent: Activity, token?: string): Promise<Answer> {
  return house.request('POST', '/api/messages', { body: sent, token: token ?? (await channelToken(house)) });
}

export interface Shown {
  id: string;
  from: string | null;
  text: string;
  summary: string;
  version: number;
  cards: object[];
}

/** The chat as one person sees it. */
export const messagesFor = (house: House, conversationId: string, who: Someone): Promise<Shown[]> =>
  house.api('GET', `/chats/${encodeURIComponent(conversationId)}/messages?as=${who.objectId}`);

const greeting = t('da', 'card.greeting.heading');
/** The cards of a chat but for the greeting, which everybody gets first. */
export const cardMessages = async (house: House, conversationId: string, who: Someone): Promise<Shown[]> =>
  (await messagesFor(house, conversationId, who)).filter(
    ({ cards, summary }) => cards.length > 0 && summary !== greeting,
  );

export interface Clicked {
  status: number;
  body: { statusCode: number; type: string; value: any };
}
export interface Click {
  conversationId: string;
  activityId: string;
  verb: string;
  data?: object;
  trigger?: 'manual' | 'automatic';
  invokeId?: string;
}
export const click = (house: House, who: Someone, clicked: Click): Promise<Clicked> =>
  house.api('POST', '/click', { objectId: who.objectId, ...clicked });

/** The words of a card, whichever elements hold them. */
export const wordsOf = (card: unknown): string => {
  if (typeof card !== 'object' || card === null) return '';
  const own = Object.entries(card).flatMap(([key, value]) =>
    ['text', 'title', 'value', 'label'].includes(key) && typeof value === 'string'
      ? [value]
      : [wordsOf(value)],
  );
  return own.filter(Boolean).join(' ');
};

/** Every verb a card offers, with its data, wherever it stands. */
export const actionsOf = (card: unknown): { verb: string; data: any }[] => {
  if (typeof card !== 'object' || card === null) return [];
  const one = card as { type?: string; verb?: string; data?: unknown };
  const own = one.type === 'Action.Execute' && one.verb ? [{ verb: one.verb, data: one.data }] : [];
  return [...own, ...Object.values(card).flatMap(actionsOf)];
};
