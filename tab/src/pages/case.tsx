import '../styles/case.css';
import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import type { RevisionView } from '../../../bot/views/shapes/revision.ts';
import { Load, PageTitle, Wait } from '../parts/Load.tsx';
import { RowFacts } from '../parts/Row.tsx';
import { Findings } from '../parts/Refusal.tsx';
import { Stages } from '../parts/Stages.tsx';
import { taskHref } from '../parts/taskHref.ts';
import { useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { Overview } from '../case/Overview.tsx';

const Documents = lazy(() => import('../case/Documents.tsx'));
const Hearings = lazy(() => import('../case/Hearings.tsx'));
const Comments = lazy(() => import('../case/Comments.tsx'));
const Votes = lazy(() => import('../case/Votes.tsx'));
const Trail = lazy(() => import('../case/Trail.tsx'));

const parts = ['', 'documents', 'hearing', 'comments', 'vote', 'trail'] as const;
type Part = (typeof parts)[number];

function Next({ revision }: { revision: RevisionView }) {
  const { t, text, short } = useWords();
  const tasks = useView('tasks');
  const mine = tasks.data?.items.filter((task) => task.revisionId === revision.id) ?? [];
  return (
    <section className="card pad nextbox" aria-labelledby="next-title">
      <h2 id="next-title">{t('tab.case.next')}</h2>
      <p className="what">{text(revision.next.what)}</p>
      <p>
        {t('tab.case.who')} <b>{text(revision.next.who)}</b>
      </p>
      <Findings unmet={revision.blocking} />
      {mine.length > 0 && (
        <>
          <h3>{t('tab.case.awaitsYou')}</h3>
          <ul className="plain">
            {mine.map((task) => (
              <li key={task.id}>
                <Link href={taskHref(task)}>{text(task.title)}</Link>
                {task.due && <span className="quiet"> {t('tab.tasks.due', { at: short(task.due) })}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Subnav({ revision, part }: { revision: RevisionView; part: Part }) {
  const { t } = useWords();
  const counts: Partial<Record<Part, number>> = {
    documents: revision.versions.length,
    hearing: revision.hearings.length,
    vote: revision.votes.length,
  };
  return (
    <nav aria-label={t('tab.case.parts')}>
      <ul className="subnav">
        {parts.map((one) => (
          <li key={one}>
            <Link
              href={`/revision/${revision.id}${one && `/${one}`}`}
              aria-current={part === one ? 'page' : undefined}
            >
              {t(`tab.case.part.${one || 'overview'}`)}
              {counts[one] ? ` (${counts[one]})` : ''}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Shown({ part, revision }: { part: Part; revision: RevisionView }) {
  if (part === 'documents') return <Documents revision={revision} />;
  if (part === 'hearing') return <Hearings revision={revision} />;
  if (part === 'comments') return <Comments revision={revision} />;
  if (part === 'vote') return <Votes revision={revision} />;
  if (part === 'trail') return <Trail revisionId={revision.id} />;
  return <Overview revision={revision} />;
}

function Whole({ revision, part }: { revision: RevisionView; part: Part }) {
  const { t, text } = useWords();
  const number = revision.goalNumber === null ? '' : `${revision.goalNumber} `;
  return (
    <>
      <Link className="back" href="/">
        {t('tab.case.back')}
      </Link>
      <PageTitle title={`${number}${revision.title}`}>
        <p className="quiet">
          {revision.ref} · {t(`track.${revision.track}`)} · {revision.year}
        </p>
      </PageTitle>
      {part === '' ? (
        <>
          <Stages row={revision} />
          <RowFacts row={revision} />
          <Next revision={revision} />
        </>
      ) : (
        <p className="nextline">
          <b>{t('tab.row.next')}</b> {text(revision.next.what)}{' '}
          <span className="quiet">({text(revision.next.who)})</span>
        </p>
      )}
      <Subnav revision={revision} part={part} />
      <Suspense fallback={<Wait />}>
        <Shown part={part} revision={revision} />
      </Suspense>
    </>
  );
}

export default function Case({ id, part }: { id: string; part: string }) {
  const query = useView('revision', { id });
  const known = parts.find((one) => one === part) ?? '';
  return <Load query={query}>{(revision) => <Whole revision={revision} part={known} />}</Load>;
}
