import { offered } from './cards.ts';
import type { Json, Platform, Person } from './wire.ts';

type Clicked = { status: number; body: { statusCode?: number; type?: string } | null };

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

  /** Presses a button in the person's own chat, with inputs as Teams would send them. */
  const click = async (person: Person, verb: string, data: Json, inputs: Json = {}): Promise<void> => {
    const { objectId } = person;
    const conversationId = chatOf(person);
    const { activityId, action } = await offered(platform, { objectId, conversationId }, verb, data);
    const reply = await platform<Clicked>('POST', '/click', {
      objectId,
      conversationId,
      activityId,
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
