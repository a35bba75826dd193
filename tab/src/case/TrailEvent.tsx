import type { ComponentProps } from 'react';
import type { TrailItem } from '../../../bot/views/people/shapes.ts';
import { useWords } from '../frame/words.ts';

/** A hash is missing while there is none, and where it would tell what is sealed. */
function Hashes({ item }: { item: TrailItem }) {
  const { t } = useWords();
  const missing = t(item.seq === null ? 'tab.trail.notSealed' : 'tab.trail.withheld');
  return (
    <>
      <dt>{t('tab.trail.hash')}</dt>
      <dd className="hash">{item.hash ?? missing}</dd>
      <dt>{t('tab.trail.previous')}</dt>
      <dd className="hash">{item.previous ?? missing}</dd>
      {item.digest !== null && (
        <>
          <dt>{t('tab.trail.digest')}</dt>
          <dd className="hash">{item.digest}</dd>
        </>
      )}
      {item.salt !== null && (
        <>
          <dt>{t('tab.trail.salt')}</dt>
          <dd className="hash">{item.salt}</dd>
        </>
      )}
    </>
  );
}

/** One thing that was done: in words, and as it is kept. Of what is sealed nothing but that it is there. */
export function TrailEvent({ item, row }: { item: TrailItem; row: ComponentProps<'li'> }) {
  const { t, text, stamp, who } = useWords();
  return (
    <li className="event" {...row}>
      <span className="seq">{item.seq ?? '…'}</span>
      <div>
        <p>{text(item.sentence)}</p>
        {item.at !== null && (
          <p className="quiet">
            <time dateTime={item.at}>{stamp(item.at)}</time> · {who(item.by.name, item.by.organisationName)}
          </p>
        )}
        <details>
          <summary>{t('tab.trail.record')}</summary>
          <dl className="record">
            {item.type !== null && (
              <>
                <dt>{t('tab.trail.type')}</dt>
                <dd>{item.type}</dd>
              </>
            )}
            <Hashes item={item} />
            <dt>{t('tab.trail.data')}</dt>
            <dd>
              {item.data === null ? (
                text(item.sentence)
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
