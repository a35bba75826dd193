import type { TrailView } from '../../../bot/views/shapes/people.ts';
import { Load } from '../parts/Load.tsx';
import { useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { TrailEvent } from './TrailEvent.tsx';

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
                .toSorted((a, b) => Number(b.id) - Number(a.id))
                .map((item) => (
                  <TrailEvent key={item.id} item={item} />
                ))}
            </ol>
          </>
        )}
      </Load>
    </section>
  );
}
