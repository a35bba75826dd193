import { lazy, Suspense, useState } from 'react';
import { useWords } from '../frame/words.ts';

const Trail = lazy(() => import('./Trail.tsx'));

/** The trail of what has no page for it: a meeting's, or the register's. Read once somebody unfolds it. */
export function TrailFold({ of }: { of: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className="trail-fold" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('tab.trail.unfold')}</summary>
      {open && (
        <Suspense>
          <Trail revisionId={of} />
        </Suspense>
      )}
    </details>
  );
}
