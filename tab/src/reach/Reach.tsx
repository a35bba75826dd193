import type { ReachView } from '../../../bot/views/people/shapes.ts';
import { useWords } from '../frame/words.ts';

/** How a person is reached, and what stands in the way of personal cards. */
export function Reach({ reach }: { reach: ReachView | null }) {
  const { t, text, short } = useWords();
  if (!reach) return null;
  const after = ({ askedAt, failure }: ReachView['lacks'][number]): string =>
    failure ? text(failure) : askedAt ? `${t('tab.reach.waiting', { at: short(askedAt) })}.` : '';
  return (
    <span className="reach">
      <span className="quiet">{text(reach.said)}.</span>
      {reach.lacks.map((one) => (
        <span key={one.step} className={one.failure ? 'note warn' : 'quiet'}>
          {`${text(one.what)}. ${after(one)}`.trim()}
        </span>
      ))}
    </span>
  );
}
