import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';

const stages = [
  'planned',
  'preparing',
  'developing',
  'industryHearing',
  'finalising',
  'internalApproval',
  'decision',
  'approved',
  'published',
] as const;

export const stageNumber = (stage: RevisionRow['stage']): number => stages.findIndex((one) => one === stage);

function howFar(
  { stage, skipped }: RevisionRow,
  one: (typeof stages)[number],
): '' | 'done' | 'now' | 'skipped' {
  const [at, now] = [stageNumber(one), stageNumber(stage)];
  // A replica of the landing before does not tell.
  if ((skipped ?? []).includes(one)) return 'skipped';
  return at < now ? 'done' : at === now ? 'now' : '';
}

/** The line of stages: done, skipped, now, and to come are told apart by shape, weight and hidden words, not only colour. */
export function Stages({ row }: { row: RevisionRow }) {
  const { t } = useWords();
  const now = stageNumber(row.stage);
  const aside = row.state === row.stage ? null : t(`state.${row.state}`);
  const hearing =
    row.hearing?.state === 'open' ? t(`hearingKind.${row.hearing.kind}`).toLocaleLowerCase() : null;
  const detail = aside ?? (hearing && row.stage !== 'industryHearing' ? hearing : null);
  return (
    <div className="stage-line">
      <p className="stage-short">
        {t('tab.stage.of', { number: now + 1, total: stages.length })} <b>{t(`state.${row.stage}`)}</b>
        {detail && ` – ${detail}`}
      </p>
      <ol className="stages" aria-label={t('tab.stage.line')}>
        {stages.map((stage, index) => (
          <li key={stage} className={howFar(row, stage)} aria-current={index === now ? 'step' : undefined}>
            <span>
              {t(`state.${stage}`)}
              {index === now && detail && ` – ${detail}`}
              {howFar(row, stage) === 'skipped' && ` ${t('tab.stage.skipped')}`}
              {howFar(row, stage) === 'done' && <span className="hidden"> {t('tab.stage.done')}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
