import { Fragment } from 'react';
import type { TrailItem, TrailView } from '../../../bot/views/people/shapes.ts';
import { Gap } from '../parts/Gap.tsx';
import { Load } from '../parts/Load.tsx';
import { placeOf, useLongList } from '../parts/useLongList.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { Anchors } from './Anchors.tsx';
import { TrailEvent } from './TrailEvent.tsx';

function Verdict({
  verification: { ok, checked, unsealed, brokenAt, verifiedAt, differences },
}: {
  verification: TrailView['verification'];
}) {
  const { t, text, stamp } = useWords();
  const fits = differences.length === 0;
  const at = verifiedAt === null ? '' : stamp(verifiedAt);
  const chain = ok ? t('tab.trail.ok', { count: checked }) : t('tab.trail.broken', { at: brokenAt ?? 0 });
  const lines = [
    ...(ok && !fits ? [] : [chain]),
    ...(unsealed > 0 ? [t('tab.trail.unsealed', { count: unsealed })] : []),
    ...(verifiedAt === null ? [] : [t(fits ? 'tab.trail.verified' : 'tab.trail.differs', { at })]),
  ];
  return (
    <div role="status" className={`note block ${ok && fits ? 'ok' : 'bad'}`}>
      <p>{lines.join(' ')}</p>
      {!fits && (
        <ul>
          {differences.map(({ thing, field, how, sentence }, index) => (
            <li key={`${thing} ${field} ${how} ${index}`}>{text(sentence)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Events({ items }: { items: TrailItem[] }) {
  const { t } = useWords();
  const { box, long, few, rows, rest } = useLongList<HTMLOListElement>(items.length, 108);
  return (
    <ol
      className={long ? 'plain trail long' : 'plain trail'}
      ref={box}
      {...(long && { tabIndex: 0, 'aria-label': t('tab.case.part.trail') })}
    >
      {rows.map(({ index, gap, props }) => {
        const item = items[index]!;
        return (
          <Fragment key={item.id}>
            <Gap height={gap} />
            <TrailEvent item={item} row={few ? { ...props, ...placeOf(index, items.length) } : props} />
          </Fragment>
        );
      })}
      <Gap height={rest} />
    </ol>
  );
}

/** Everything that was done in the case, newest first, with the chain's own check. */
export default function Trail({ revisionId }: { revisionId: string }) {
  const { t } = useWords();
  const query = useView('trail', { revisionId });
  return (
    <section className="card pad" aria-labelledby="trail">
      <h2 id="trail">{t('tab.case.part.trail')}</h2>
      <Load query={query}>
        {(trail) => (
          <>
            <Verdict verification={trail.verification} />
            <Anchors anchors={trail.anchors} />
            <Events items={trail.items.toSorted((a, b) => Number(b.id) - Number(a.id))} />
          </>
        )}
      </Load>
    </section>
  );
}
