import type { CommentView, HearingView } from '../../../bot/views/hearing/shapes.ts';
import type { VersionView } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';
import { Changed } from '../hearing/Changed.tsx';

interface Props {
  comment: CommentView;
  hearing: HearingView;
  versions: VersionView[];
}

/** The clause as it was heard, and as it reads in the newest version after. */
export function ClauseBeside({ comment, hearing, versions }: Props) {
  const { t } = useWords();
  const heard = hearing.version.clauses.find((clause) => clause.number === comment.clause);
  const newest = versions
    .filter((one) => one.number > hearing.version.number)
    .toSorted((a, b) => b.number - a.number)[0];
  const number = comment.changedClause ?? comment.clause;
  const now = newest?.clauses.find((clause) => clause.number === number);
  if (!heard && !now) return null;
  return (
    <div className="beside">
      {heard && (
        <blockquote>
          <h4>
            {heard.number} {heard.heading} <span className="quiet">{t('tab.comments.heard')}</span>
          </h4>
          <p className="legal">{heard.text}</p>
        </blockquote>
      )}
      {now && newest && (
        <blockquote>
          <h4>
            {now.number} {now.heading}{' '}
            <span className="quiet">{t('tab.comments.nowIn', { number: newest.number })}</span>
          </h4>
          <p className="legal">{heard ? <Changed before={heard.text} after={now.text} /> : now.text}</p>
        </blockquote>
      )}
    </div>
  );
}
