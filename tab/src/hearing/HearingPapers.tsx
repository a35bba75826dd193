import { useState } from 'react';
import type { HearingView } from '../../../bot/views/hearing/shapes.ts';
import { useWords } from '../frame/words.ts';
import { ClauseList } from '../draft/ClauseList.tsx';

/** A hearing's documents, folded away until somebody reads them. */
export function HearingPapers({ hearing }: { hearing: HearingView }) {
  const { t } = useWords();
  const [read, setRead] = useState(false);
  return (
    <>
      <details open={!hearing.mine}>
        <summary>{t('tab.hearing.letter')}</summary>
        <p className="legal">{hearing.letter}</p>
      </details>
      <details onToggle={(event) => setRead(event.currentTarget.open)}>
        <summary>
          {t('tab.version.name', { number: hearing.version.number, title: hearing.version.title })}
        </summary>
        {read && <ClauseList clauses={hearing.version.clauses} />}
      </details>
    </>
  );
}
