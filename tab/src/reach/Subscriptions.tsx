import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';
import { useWords } from '../frame/words.ts';

/** How long Graph has promised to tell of changes; without it they are found a little later. */
export function Subscriptions({ view }: { view: ConnectionsView }) {
  const { t, text, long } = useWords();
  const nameOf = (source: string) => {
    const known = view.sources.find((one) => one.source === source);
    return known ? text(known.name) : source;
  };
  return (
    <section className="card pad" aria-labelledby="subscriptions">
      <h2 id="subscriptions">{t('tab.setup.subscriptions')}</h2>
      {view.subscriptions.length === 0 ? (
        <p>{t('tab.setup.noSubscriptions')}</p>
      ) : (
        <>
          <p>{t('tab.setup.subscriptionsWhat')}</p>
          <ul>
            {view.subscriptions.map(({ id, source, expiresAt }) => (
              <li key={id}>{t('tab.setup.expires', { source: nameOf(source), at: long(expiresAt) })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
