// Who may: the platform only, from a verified press on a card in a shared chat. Changes: that the card stands there, where that
// was not known. Refuses: everybody else. A repeat: nothing.
import { z } from 'zod';
import { systemOnly } from '../process/roles.ts';
import { learnCard } from '../store/sharedCards.ts';
import { act } from './act.ts';
import { id, optional } from './input.ts';

export const noteCard = act({
  name: 'noteCard',
  may: systemOnly,
  input: z.object({
    conversationId: z.string().max(1_000),
    activityId: z.string().max(1_000),
    hearingId: optional(id),
    voteId: optional(id),
  }),
  load: () => Promise.resolve(null),
  decide: () => null,
  async apply(_, { trx, input: { conversationId, activityId, hearingId, voteId }, now }) {
    const subject = { hearingId: hearingId ?? null, voteId: voteId ?? null };
    return { known: await learnCard(trx, { conversationId, activityId, ...subject }, now) };
  },
});
