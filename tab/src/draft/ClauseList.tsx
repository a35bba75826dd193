import type { Clause } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';

/** A document's clauses, as they are to be read. */
export function ClauseList({ clauses }: { clauses: Clause[] }) {
  const { t } = useWords();
  return (
    <ol className="clauses">
      {clauses.map((clause) => (
        <li key={clause.number} className="clause">
          <h3>
            {clause.number} {clause.heading}
          </h3>
          <p className="quiet">{t(`clauseKind.${clause.kind}`)}</p>
          <p className="legal">{clause.text}</p>
        </li>
      ))}
    </ol>
  );
}
