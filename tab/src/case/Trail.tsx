import type { TrailItem, TrailView } from '../../../bot/views/shapes/people.ts';
import { Load } from '../parts/Load.tsx';
import { useView } from '../queries.ts';
import { useWords } from '../words.ts';

function Verdict({
  verification: { ok, checked, unsealed, brokenAt },
}: {
  verification: TrailView['verification'];
}) {
  const { t } = useWords();
  return (
    <p role="status" className={`note block ${ok ? 'ok' : 'bad'}`}>
      {ok ? t('tab.trail.ok', { count: checked }) : t('tab.trail.broken', { at: brokenAt ?? 0 })}
      {unsealed > 0 && ` ${t('tab.trail.unsealed', { count: unsealed })}`}
    </p>
  );
}

function Event({ item }: { item: TrailItem }) {
  const { t, text, stamp, who } = useWords();
  return (
    <li className="event">
      <span className="seq">{item.seq ?? '…'}</span>
      <div>
        <p>{text(item.sentence)}</p>
        <p className="quiet">
          <time dateTime={item.at}>{stamp(item.at)}</time> ·{' '}
          {who(item.actor.name, item.actor.organisationName)}
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
            <ol className="plain trail">
              {trail.items
                .toSorted((a, b) => (b.seq ?? Infinity) - (a.seq ?? Infinity) || b.at.localeCompare(a.at))
                .map((item) => (
                  <Event key={item.id} item={item} />
                ))}
            </ol>
          </>
        )}
      </Load>
    </section>
  );
}
