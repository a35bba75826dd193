import { useState } from 'react';
import type { VersionView } from '../../../bot/views/case/shapes.ts';
import { Choose } from '../parts/form/Choose.tsx';
import { useWords } from '../frame/words.ts';
import { ClauseDifference } from './ClauseDifference.tsx';
import { diffClauses, type ClauseChange } from './diffClauses.ts';

/** Two versions clause by clause. Starts with the two newest. */
export function Compare({ versions }: { versions: VersionView[] }) {
  const { t } = useWords();
  const ordered = versions.toSorted((a, b) => a.number - b.number);
  const [from, setFrom] = useState(ordered.at(-2)?.id ?? '');
  const [to, setTo] = useState(ordered.at(-1)?.id ?? '');
  const before = ordered.find((version) => version.id === from);
  const after = ordered.find((version) => version.id === to);
  if (!before || !after) return null;
  const choices = ordered.map((version): [string, string] => [
    version.id,
    t('tab.version.name', { number: version.number, title: version.title }),
  ]);
  const changes = diffClauses(before.clauses, after.clauses);
  const count = (change: ClauseChange['change']) => changes.filter((one) => one.change === change).length;
  return (
    <section className="card pad" aria-labelledby="compare">
      <h2 id="compare">{t('tab.diff.title')}</h2>
      <div className="chooser">
        <Choose label={t('tab.diff.from')} options={choices} value={from} set={setFrom} />
        <Choose label={t('tab.diff.to')} options={choices} value={to} set={setTo} />
      </div>
      <p role="status">
        {t('tab.diff.counts', {
          changed: count('changed'),
          added: count('added'),
          removed: count('removed'),
          same: count('same'),
        })}
      </p>
      <ol className="clauses">
        {changes.map((change) => (
          <ClauseDifference key={`${change.number} ${change.change}`} of={change} />
        ))}
      </ol>
    </section>
  );
}
