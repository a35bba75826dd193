import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import { useWords } from '../../frame/words.ts';
import type { Action } from './action.ts';
import { notTheirs } from './gate.ts';

/** What somebody else must press is told in one line per reason, instead of a row of dead buttons. */
export function OthersToPress({ told }: { told: { action: Action; entry: Allowed | undefined }[] }) {
  const { t, text } = useWords();
  const reasons = new Map<string, string[]>();
  for (const { action, entry } of told) {
    if (!notTheirs(entry) || !entry?.refusal) continue;
    const reason = text(entry.refusal.message);
    reasons.set(reason, [...(reasons.get(reason) ?? []), action.label]);
  }
  return [...reasons].map(([reason, labels]) => (
    <p className="quiet" key={reason}>
      {t('tab.notYours', { what: labels.join(' · ') })} {reason}
    </p>
  ));
}
