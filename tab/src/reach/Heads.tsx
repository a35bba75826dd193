import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';
import { useWords } from '../frame/words.ts';

/** The newest signed head over the trail, and whether its key guards it. */
export function Heads({ heads }: { heads: ConnectionsView['trailHeads'] }) {
  const { t, text } = useWords();
  return (
    <section className="card pad" aria-labelledby="heads">
      <h2 id="heads">{text(heads.name)}</h2>
      <p>{text(heads.sentence)}</p>
      {heads.key && (
        <p>
          {t('tab.heads.key')} <span className="hash">{heads.key}</span>
        </p>
      )}
      <p>
        <a href="/trail/heads" target="_blank" rel="noreferrer">
          {t('tab.heads.all')}
        </a>
      </p>
    </section>
  );
}
