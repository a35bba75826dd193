import { useWords } from '../frame/words.ts';
import { Changed } from '../hearing/Changed.tsx';
import type { ClauseChange } from './diffClauses.ts';

/** One clause in two versions: what became of it, and which words. */
export function ClauseDifference({ of: { number, change, before, after } }: { of: ClauseChange }) {
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
