import { Link } from 'wouter';
import type { RevisionView } from '../../../bot/views/case/shapes.ts';
import { useWords } from '../frame/words.ts';

export const parts = ['', 'group', 'documents', 'hearing', 'comments', 'vote', 'trail'] as const;
export type Part = (typeof parts)[number];

/** The parts of a case, each with an address of its own. */
export function Subnav({ revision, part }: { revision: RevisionView; part: Part }) {
  const { t } = useWords();
  const counts: Partial<Record<Part, number>> = {
    group: revision.group?.seats.length ?? 0,
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
