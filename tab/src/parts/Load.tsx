import { Button } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Refused } from '../frame/refused.ts';
import { ready } from '../frame/teams.ts';
import { useWords } from '../frame/words.ts';
import { RefusalNote } from './form/Refusal.tsx';

export function Wait() {
  const { t } = useWords();
  return (
    <div className="wait" role="progressbar" aria-label={t('tab.loading')}>
      <i /> {t('tab.loading')}
    </div>
  );
}

/** Shows what a view gave; old data stays on screen while new is fetched or cannot be. */
export function Load<T>({
  query,
  children,
}: {
  query: UseQueryResult<T, Refused>;
  children: (data: T) => ReactNode;
}) {
  const { t } = useWords();
  const settled = query.data !== undefined || query.isError;
  useEffect(() => {
    if (settled) ready();
  }, [settled]);
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Wait />;
  return (
    <div className="pad">
      <RefusalNote refusal={query.error.refusal} seen />
      <Button onClick={() => void query.refetch()}>{t('tab.again')}</Button>
    </div>
  );
}

let first = true;

/** The page's name: in the window's title, and where focus goes when the page changes. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus();
    first = false;
  }, []);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className="title">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {children}
    </header>
  );
}
