import type { FindingShown } from '../../../../bot/views/frame/shapes.ts';
import { undecided, type Refusal } from '../../frame/refused.ts';
import { useWords } from '../../frame/words.ts';

/** What a gate misses, each marked in words: must be met, or may be passed with a reason. */
export function Findings({ unmet, id }: { unmet: FindingShown[]; id?: string }) {
  const { t, text } = useWords();
  if (unmet.length === 0) return null;
  return (
    <ul className="findings" id={id}>
      {unmet.map((finding) => (
        <li key={finding.code} className={`note ${finding.passable ? 'warn' : 'bad'}`}>
          <b>{t(finding.passable ? 'tab.gate.passable' : 'tab.gate.missing')}</b> {text(finding.message)}
        </li>
      ))}
    </ul>
  );
}

/** A refusal, told where it happened and read aloud at once. `seen`: of a view, not of an act. */
export function RefusalNote({ refusal, seen }: { refusal: Refusal | null; seen?: boolean }) {
  const { t, text } = useWords();
  return (
    <div role="alert">
      {refusal && (
        <div className="note bad block">
          <b>{t(seen ? 'tab.refused.view' : undecided(refusal) ? 'tab.refused.unsure' : 'tab.refused')}</b>{' '}
          {text(refusal.message)}
          {refusal.requestId && <span> {t('tab.requestId', { id: refusal.requestId })}</span>}
          <Findings unmet={refusal.unmet ?? []} />
        </div>
      )}
    </div>
  );
}
