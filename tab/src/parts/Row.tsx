import type { RevisionRow } from '../../../bot/views/shapes/revision.ts';
import { Link } from 'wouter';
import { useNow } from '../queries.ts';
import { useWords } from '../words.ts';
import { Meter } from './Meter.tsx';
import { Findings } from './Refusal.tsx';
import { Stages } from './Stages.tsx';

function Answers({ hearing }: { hearing: NonNullable<RevisionRow['hearing']> }) {
  const { t } = useWords();
  const { answered, heard, withRemarks, unanswered } = hearing;
  const parts = withRemarks === null ? [answered] : [withRemarks, answered - withRemarks];
  return (
    <div>
      <dt>{t('tab.row.answers')}</dt>
      <dd>
        <Meter parts={parts} of={heard} />
        {t('tab.row.answered', { answered, heard })}
        {Boolean(withRemarks) && ` · ${t('tab.row.withRemarks', { count: withRemarks ?? 0 })}`}
        {Boolean(unanswered) && ` · ${t('tab.row.unanswered', { count: unanswered ?? 0 })}`}
      </dd>
    </div>
  );
}

function VoteFact({ vote }: { vote: NonNullable<RevisionRow['vote']> }) {
  const { t } = useWords();
  const outcome =
    vote.carried === null ? 'tab.row.voteUndecided' : vote.carried ? 'tab.row.carried' : 'tab.row.notCarried';
  return (
    <div>
      <dt>{t(vote.rehearsal ? 'tab.vote.rehearsal' : 'tab.row.vote')}</dt>
      <dd>
        {vote.state === 'open' && <Meter parts={[vote.cast]} of={vote.entitled} />}
        {vote.state === 'open' ? t('tab.row.cast', { cast: vote.cast, entitled: vote.entitled }) : t(outcome)}
      </dd>
    </div>
  );
}

export function RowFacts({ row }: { row: RevisionRow }) {
  const { t, text, short, away } = useWords();
  const now = useNow(60_000);
  return (
    <dl className="facts">
      {row.nextDeadline && (
        <div>
          <dt>{text(row.nextDeadline.what)}</dt>
          <dd>
            <strong>
              <time dateTime={row.nextDeadline.at}>{short(row.nextDeadline.at)}</time>
            </strong>{' '}
            · {away(row.nextDeadline.at, now)}
          </dd>
        </div>
      )}
      {row.hearing && <Answers hearing={row.hearing} />}
      {row.vote && <VoteFact vote={row.vote} />}
      {(row.represented !== null || row.lead) && (
        <div>
          <dt>{t('tab.row.group')}</dt>
          <dd>
            {row.represented !== null && t('tab.row.represented', { count: row.represented })}
            {row.represented !== null && row.lead && ' · '}
            {row.lead && t('tab.row.lead', { name: row.lead.name })}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** One revision on the status page. */
export function Row({ row }: { row: RevisionRow }) {
  const { t, text } = useWords();
  return (
    <article className="row" aria-labelledby={`row-${row.id}`}>
      <div className="number" aria-hidden={row.goalNumber === null}>
        {row.goalNumber !== null && <span className="hidden">{t('tab.goal')} </span>}
        {row.goalNumber ?? '–'}
      </div>
      <div>
        <div className="row-head">
          <h2 id={`row-${row.id}`}>
            <Link href={`/revision/${row.id}`}>{row.title}</Link>
          </h2>
          {row.awaitsMe && <span className="tag">{t('tab.row.awaitsMe')}</span>}
          <span className="ref">
            {row.ref} · {t(`track.${row.track}`)}
          </span>
        </div>
        <Stages row={row} />
        <RowFacts row={row} />
        <p className="next">
          <b>{t('tab.row.next')}</b> {text(row.next.what)}{' '}
          <span className="quiet">({text(row.next.who)})</span>
        </p>
        <Findings unmet={row.blocking} />
      </div>
    </article>
  );
}
