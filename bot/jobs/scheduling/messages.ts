import { findTime } from '../../cards/index.ts';
import { schedulingCardView } from '../../views/scheduling/schedulingCard.ts';
import { toReader, type Making } from '../frame/making.ts';

export const schedulingMessages = {
  findTime: {
    /** Whoever has answered meanwhile, or is too late, is not asked. */
    async make(context, { about }, tab) {
      const view = await schedulingCardView(context, about.id);
      if (view.state !== 'polling') return { cancelled: 'over' };
      if (view.answeredAt) return { cancelled: 'answered' };
      return { message: findTime(view, toReader(context, tab)) };
    },
  },
} satisfies Record<string, Making>;
