import { findTime } from '../../cards/index.ts';
import { schedulingCardView } from '../../views/scheduling/schedulingCard.ts';
import { toReader, type Making } from '../frame/making.ts';

export const schedulingMessages = {
  findTime: {
    page: ({ schedulingId }) => `scheduling/${schedulingId}`,
    /** Whoever has answered meanwhile, or is too late, is not asked. */
    async make(context, { schedulingId }, tab) {
      const view = await schedulingCardView(context, schedulingId!);
      if (view.state !== 'polling') return { cancelled: 'over' };
      if (view.answeredAt) return { cancelled: 'answered' };
      return { message: findTime(view, toReader(context, tab)) };
    },
  },
} satisfies Record<string, Making>;
