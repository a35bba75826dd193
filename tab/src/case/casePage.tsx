import '../styles/case.css';
import { Suspense } from 'react';
import { Link } from 'wouter';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { comingIn } from '../reach/bringing.ts';
import { Load, PageTitle, Wait } from '../parts/Load.tsx';
import { RowFacts } from '../parts/RowFacts.tsx';
import { Stages } from './Stages.tsx';
import { useViewWhile } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { Next } from './Next.tsx';
import { Shown } from './Shown.tsx';
import { parts, Subnav, type Part } from './Subnav.tsx';

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

/** The channel is being made, somebody is on the way into Teams, or a file to SharePoint. */
const goesOn = ({ group, files }: RevisionView): boolean =>
  group?.channel.state === 'waiting' ||
  (group?.seats.some(({ reach }) => comingIn(reach)) ?? false) ||
  files.some(({ state }) => state === 'waiting');

export default function Case({ id, part }: { id: string; part: string }) {
  const query = useViewWhile('revision', { id }, goesOn);
  const known = parts.find((one) => one === part) ?? '';
  return <Load query={query}>{(revision) => <Whole revision={revision} part={known} />}</Load>;
}
