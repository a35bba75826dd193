import type { RevisionRow } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';
import { outcomeOf } from './form/outcome.ts';
import { Meter } from './Meter.tsx';

/** How many of those heard have answered, and what of it everybody may know. */
export function AnswerCount({ hearing }: { hearing: NonNullable<RevisionRow['hearing']> }) {
  const { t } = useWords();
  const { answered, heard, withRemarks, unanswered, answeredAsOf } = hearing;
  const parts = withRemarks === null ? [answered] : [withRemarks, answered - withRemarks];
  return (
    <div>
      <dt>{t('tab.row.answers')}</dt>
      <dd>
        <Meter parts={parts} of={heard} />
        {t(answeredAsOf ? 'tab.row.answeredAsOf' : 'tab.row.answered', { answered, heard })}
        {Boolean(withRemarks) && ` · ${t('tab.row.withRemarks', { count: withRemarks ?? 0 })}`}
        {Boolean(unanswered) && ` · ${t('tab.row.unanswered', { count: unanswered ?? 0 })}`}
      </dd>
    </div>
  );
}

/** How far the vote has come, never how. */
export function VoteCount({ vote }: { vote: NonNullable<RevisionRow['vote']> }) {
  const { t } = useWords();
  return (
    <div>
      <dt>{t(vote.rehearsal ? 'tab.vote.rehearsal' : 'tab.row.vote')}</dt>
      <dd>
        {vote.state === 'open' && <Meter parts={[vote.cast]} of={vote.entitled} />}
        {vote.state === 'open'
          ? t('tab.row.cast', { cast: vote.cast, entitled: vote.entitled })
          : t(outcomeOf(vote))}
      </dd>
    </div>
  );
}
