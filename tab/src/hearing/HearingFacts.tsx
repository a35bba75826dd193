import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import { Meter } from '../parts/Meter.tsx';
import { useNow } from '../frame/clock.ts';
import { useWords } from '../frame/words.ts';

/** From when to when, why otherwise than usual, and how many have answered. */
export function HearingFacts({ hearing }: { hearing: HearingView }) {
  const { t, long, away, plural } = useWords();
  const now = useNow();
  return (
    <dl className="facts stacked">
      <div>
        <dt>{t('tab.hearing.deadline')}</dt>
        <dd>
          <strong>{long(hearing.deadline)}</strong> · {away(hearing.deadline, now)}
        </dd>
      </div>
      {hearing.originalDeadline && (
        <div>
          <dt>{t('tab.hearing.first')}</dt>
          <dd>{long(hearing.originalDeadline)}</dd>
        </div>
      )}
      <div>
        <dt>{t('tab.hearing.openedAt')}</dt>
        <dd>
          {long(hearing.opensAt)} · {plural(hearing.days, 'tab.hearing.day', 'tab.hearing.days')}
        </dd>
      </div>
      {hearing.reason && (
        <div>
          <dt>{t('tab.reason')}</dt>
          <dd>{hearing.reason}</dd>
        </div>
      )}
      <div>
        <dt>{t('tab.row.answers')}</dt>
        <dd>
          <Meter parts={[hearing.answered]} of={hearing.heard} />
          <span role="status">
            {t(hearing.answeredAsOf ? 'tab.row.answeredAsOf' : 'tab.row.answered', {
              answered: hearing.answered,
              heard: hearing.heard,
            })}
          </span>
        </dd>
      </div>
    </dl>
  );
}
