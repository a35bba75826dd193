import type { TrailItem } from '../../../bot/views/shapes/people.ts';
import { useWords } from '../words.ts';

/** One thing that was done: in words, and as it is kept. */
export function TrailEvent({ item }: { item: TrailItem }) {
  const { t, text, stamp, who } = useWords();
  return (
    <li className="event">
      <span className="seq">{item.seq ?? '…'}</span>
      <div>
        <p>{text(item.sentence)}</p>
        <p className="quiet">
          <time dateTime={item.at}>{stamp(item.at)}</time> · {who(item.by.name, item.by.organisationName)}
        </p>
        <details>
          <summary>{t('tab.trail.record')}</summary>
          <dl className="record">
            <dt>{t('tab.trail.type')}</dt>
            <dd>{item.type}</dd>
            <dt>{t('tab.trail.hash')}</dt>
            <dd className="hash">{item.hash ?? t('tab.trail.notSealed')}</dd>
            <dt>{t('tab.trail.previous')}</dt>
            <dd className="hash">{item.previous ?? '–'}</dd>
            <dt>{t('tab.trail.data')}</dt>
            <dd>
              {item.data === null ? (
                t('tab.trail.sealed')
              ) : (
                <pre tabIndex={0}>{JSON.stringify(item.data, null, 2)}</pre>
              )}
            </dd>
          </dl>
        </details>
      </div>
    </li>
  );
}
