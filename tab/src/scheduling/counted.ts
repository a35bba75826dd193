import type { SchedulingView } from '../../../bot/views/meeting/shapes.ts';
import type { Words } from '../frame/words.ts';

const order = ['can', 'maybe', 'cannot', 'unknown'] as const;

/** "14 kan, 2 kan ikke": how people stand to a time, without what nobody does. */
export const counted = ({ t }: Words, counts: SchedulingView['times'][number]['counts']): string =>
  order
    .filter((one) => counts[one] > 0)
    .map((one) => t(`tab.time.count.${one}`, { count: counts[one] }))
    .join(', ');
