// Who may: the platform only, when the bot is removed. Changes: the bot no longer speaks there; messages go by mail instead.
// Refuses: everybody else. A repeat: already forgotten is a success.
import { z } from 'zod';
import { systemOnly } from '../process/roles.ts';
import { forget } from '../store/conversations.ts';
import { act } from './act.ts';

export const forgetConversation = act({
  name: 'forgetConversation',
  may: systemOnly,
  input: z.object({ conversationId: z.string() }),
  load: async () => null,
  decide: () => null,
  async apply(_, { trx, input }) {
    await forget(trx, input.conversationId);
    return { conversationId: input.conversationId };
  },
});
