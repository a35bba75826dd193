import type { TrailView } from '../../../bot/views/people/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Which signed heads the chain stood under: what nobody changes it behind unseen, and where anybody checks that. */
export function Anchors({ anchors }: { anchors: TrailView['anchors'] }) {
  const { t, stamp } = useWords();
  if (anchors.length === 0) return null;
  return (
    <>
      <ul className="plain quiet">
        {anchors.map(({ n, at, seq, closing, fits, fingerprint }) => {
          const said = closing ? 'tab.trail.anchor.closing' : 'tab.trail.anchor';
          return (
            <li key={n} className={fits ? undefined : 'note block bad'}>
              {t(fits ? said : 'tab.trail.anchor.broken', { n, at: stamp(at), seq, fingerprint })}
            </li>
          );
        })}
      </ul>
      <p className="quiet">
        <a href="/trail/heads" target="_blank" rel="noreferrer">
          {t('tab.trail.anchor.check')}
        </a>
      </p>
    </>
  );
}
