import { throttled, type FaultKind } from '../network/faultKinds.ts';
import { WireError, type Call, type Reply } from '../network/http.ts';
import type { Conversation } from '../state.ts';
import type { World } from '../world.ts';
import { notInRoster } from './account.ts';

const sendFaults: FaultKind[] = ['slow', '429', '412', '502', '503', 'blocked', 'notInRoster'];

/** The only member of a personal chat; faults may be meant for one person. */
const personIn = (conversation: Conversation) =>
  conversation.type === 'personal' ? conversation.members[0] : undefined;

/** The way of everything that is sent. */
export function createGate(world: World, guard: (call: Call) => Promise<unknown>) {
  const pass = async (conversationId: string, work: () => Promise<Reply>): Promise<Reply> => {
    const wait = world.limits.take(conversationId);
    if (wait !== null) throw throttled(wait);
    const conversation = world.conversation(conversationId);
    const place = { conversationId: conversation.id, objectId: personIn(conversation) };
    const fault = await world.faults.meet(place, sendFaults);
    if (fault && !fault.after) throw fault.error;
    if (!conversation.bot) throw notInRoster();
    const reply = await work();
    if (fault) throw fault.error;
    return reply;
  };

  /** The way of everything that is sent: token, limits, faults, then the work; counted with its outcome. */
  return async (call: Call, conversationId: string, work: () => Promise<Reply>): Promise<Reply> => {
    await guard(call);
    const key = conversationId.split(';')[0] ?? conversationId;
    try {
      const reply = await pass(key, work);
      world.limits.count(key, reply.status ?? 200);
      return reply;
    } catch (error) {
      const known = error instanceof WireError ? error : null;
      world.limits.count(key, known?.status ?? 500);
      if (known?.status === 429) world.limits.told(key, Number(known.headers['retry-after'] ?? 1));
      throw error;
    }
  };
}
