// Who may: the platform only, when the bot is removed. Changes: the bot no longer speaks there; messages go by mail instead,
// and the app is not given again to who removed it. Refuses: everybody else. A repeat: already forgotten is a success.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { conversationById, forget } from '../../store/reach/conversations.ts';
import { personByAccount } from '../../store/people/people.ts';
import { putStep } from '../../store/reach/reach.ts';
import { oldAct } from '../frame/oldAct.ts';

export const forgetConversation = oldAct({
  name: 'forgetConversation',
  may: systemOnly,
  input: z.object({ conversationId: z.string() }),
  async load({ trx, input }) {
    const chat = await conversationById(trx, input.conversationId);
    if (chat?.kind !== 'personal' || !chat.objectId) return null;
    return personByAccount(trx, { tenantId: chat.tenantId, objectId: chat.objectId });
  },
  decide: () => null,
  async apply(person, { trx, input, now }) {
    await forget(trx, input.conversationId);
    if (person) await putStep(trx, person.id, 'app', { at: now, failure: 'removed' });
    return { conversationId: input.conversationId };
  },
});
