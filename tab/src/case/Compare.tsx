import { useState } from 'react';
import type { VersionView } from '../../../bot/views/shapes/revision.ts';
import { useWords } from '../words.ts';
import { diffClauses, diffText, type ClauseChange } from './diff.ts';

/** Changed words are underlined or struck through and named for those who listen. */
export function Changed({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  return diffText(before, after).map((piece, index) => {
    if (piece.kind === 'same') return <span key={index}>{piece.text}</span>;
    const Tag = piece.kind === 'added' ? 'ins' : 'del';
    return (
      <Tag key={index}>
        <span className="hidden">[{t(`tab.diff.${piece.kind}`)}: </span>
        {piece.text}
        <span className="hidden">]</span>
      </Tag>
    );
  });
}

function Change({ change: { number, change, before, after } }: { change: ClauseChange }) {
  const { t } = useWords();
  const clause = after ?? before;
  const kinds = before && after && before.kind !== after.kind;
  return (
    <li className={`clause ${change}`}>
      <h3>
        {number} <Changed before={before?.heading ?? ''} after={after?.heading ?? ''} />{' '}
        <span className={`note ${change === 'same' ? 'neutral' : change === 'removed' ? 'bad' : 'warn'}`}>
          {t(`tab.diff.${change}`)}
        </span>
      </h3>
      <p className="quiet">
        {kinds
          ? `${t(`clauseKind.${before.kind}`)} → ${t(`clauseKind.${after.kind}`)}`
          : clause && t(`clauseKind.${clause.kind}`)}
      </p>
      {change !== 'same' && (
        <p className="legal">
          <Changed before={before?.text ?? ''} after={after?.text ?? ''} />
        </p>
      )}
    </li>
  );
}

function Choose({ label, versions, value, set }: ChooseProps) {
  const { t } = useWords();
  return (
    <label className="choose">
      {label}{' '}
      <select value={value} onChange={(event) => set(event.target.value)}>
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {t('tab.version.name', { number: version.number, title: version.title })}
          </option>
        ))}
      </select>
    </label>
  );
}
interface ChooseProps {
  label: string;
  versions: VersionView[];
  value: string;
  set: (id: string) => void;
}

/** Two versions clause by clause. Starts with the two newest. */
export function Compare({ versions }: { versions: VersionView[] }) {
  const { t } = useWords();
  const ordered = versions.toSorted((a, b) => a.number - b.number);
  const [from, setFrom] = useState(ordered.at(-2)?.id ?? '');
  const [to, setTo] = useState(ordered.at(-1)?.id ?? '');
  const before = ordered.find((version) => version.id === from);
  const after = ordered.find((version) => version.id === to);
  if (!before || !after) return null;
  const changes = diffClauses(before.clauses, after.clauses);
  const count = (change: ClauseChange['change']) => changes.filter((one) => one.change === change).length;
  return (
    <section className="card pad" aria-labelledby="compare">
      <h2 id="compare">{t('tab.diff.title')}</h2>
      <div className="chooser">
        <Choose label={t('tab.diff.from')} versions={ordered} value={from} set={setFrom} />
        <Choose label={t('tab.diff.to')} versions={ordered} value={to} set={setTo} />
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
          <Change key={`${change.number} ${change.change}`} change={change} />
        ))}
      </ol>
    </section>
  );
}
