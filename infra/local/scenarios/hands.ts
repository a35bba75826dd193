import { setTimeout as sleep } from 'node:timers/promises';
import { findAction } from './cards.ts';
import type { CardJson } from './cards.ts';
import type { Json, Person, Platform } from './doors.ts';

type Seen = { id: string; cards: CardJson[] };
type Clicked = { status: number; body: { statusCode?: number; type?: string } | null };

const PATIENCE = 60_000;
const CARD = 'application/vnd.microsoft.card.adaptive';

/** What people do in Teams: get the app, see their cards, press their buttons. */
export function createHands(platform: Platform) {
  const personalChats = new Map<string, string>();
  const chatOf = (person: Person): string => personalChats.get(person.objectId) ?? '';

  const join = async (person: Person & { guest?: boolean; posts?: string[] }): Promise<void> => {
    await platform('POST', '/people', person);
  };

  const install = async (person: Person): Promise<void> => {
    const sent = await platform<{ conversationId: string; installationUpdate: number }>(
      'POST',
      '/install',
      person,
    );
    if (sent.installationUpdate >= 300)
      throw new Error(`the app refused the installation: ${sent.installationUpdate}`);
    personalChats.set(person.objectId, sent.conversationId);
  };

  /** Waits for a card in the person's own chat that offers this action. */
  const offered = async (person: Person, verb: string, data: Json) => {
    const path = `/chats/${encodeURIComponent(chatOf(person))}/messages?as=${person.objectId}`;
    for (const until = Date.now() + PATIENCE; Date.now() < until; await sleep(100))
      for (const message of (await platform<Seen[]>('GET', path)).reverse()) {
        const action = message.cards[0] && findAction(message.cards[0], verb, data);
        if (action) return { activityId: message.id, action };
      }
    throw new Error(`no card of ${person.displayName} offers ${verb} ${JSON.stringify(data)}`);
  };

  /** Presses a button in the person's own chat, with inputs as Teams would send them. */
  const click = async (person: Person, verb: string, data: Json, inputs: Json = {}): Promise<void> => {
    const { activityId, action } = await offered(person, verb, data);
    const ids = { objectId: person.objectId, conversationId: chatOf(person), activityId };
    const reply = await platform<Clicked>('POST', '/click', {
      ...ids,
      verb,
      data: { ...action.data, ...inputs },
    });
    if (reply.status !== 200 || reply.body?.statusCode !== 200 || reply.body.type !== CARD)
      throw new Error(`${verb} by ${person.displayName}: ${JSON.stringify(reply).slice(0, 600)}`);
  };

  /** Writes to the bot in the person's own chat. */
  const write = async (person: Person, text: string): Promise<void> => {
    await platform('POST', '/say', { objectId: person.objectId, conversationId: chatOf(person), text });
  };

  return { join, install, click, write };
}
