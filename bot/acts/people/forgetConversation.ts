// Who may: the platform only, when the bot is removed. Changes: the bot no longer speaks there; messages go by mail instead,
// and the app is not given again to who removed it. Refuses: everybody else. A repeat: already forgotten is a success.
import { z } from 'zod';
import { systemOnly } from '../../process/frame/roles.ts';
import { conversationById, forget } from '../../store/reach/conversations.ts';
import { personByAccount } from '../../store/people/people.ts';
import { failErrand } from '../../store/reach/errands.ts';
import { act } from '../frame/act.ts';

export const forgetConversation = act({
  name: 'forgetConversation',
  may: systemOnly,
  about: { conversationId: z.string() },
  async load({ trx, about }) {
    const chat = await conversationById(trx, about.conversationId);
    if (chat?.kind !== 'personal' || !chat.objectId) return null;
    return personByAccount(trx, { tenantId: chat.tenantId, objectId: chat.objectId });
  },
  async apply(person, { trx, about: { conversationId }, now }) {
    await forget(trx, conversationId);
    if (person) await failErrand(trx, 'app', person.id, { failure: 'removed', at: now });
    return { conversationId };
  },
});
