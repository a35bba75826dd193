import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMe } from './queries.ts';

/** How far the server's clock is ahead of this machine's, in milliseconds. */
function useAhead(): number {
  const { data, dataUpdatedAt } = useMe();
  return data ? Date.parse(data.now) - dataUpdatedAt : 0;
}

/** The server's clock, ticking: deadlines are the server's, never this machine's. */
export function useNow(every = 15_000): Date {
  const ahead = useAhead();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), every);
    return () => clearInterval(timer);
  }, [every]);
  return new Date(Date.now() + ahead);
}

/** Open is a matter of time: when a deadline passes, what is shown is fetched again though nobody did anything. */
export function useRefreshAt(at: string): void {
  const queries = useQueryClient();
  const ahead = useAhead();
  useEffect(() => {
    const wait = Date.parse(at) - Date.now() - ahead;
    // A timer cannot wait longer than 24 days; by then the page has been drawn anew.
    if (wait <= 0 || wait > 2_000_000_000) return;
    const timer = setTimeout(() => void queries.invalidateQueries(), wait + 400);
    return () => clearTimeout(timer);
  }, [at, ahead, queries]);
}
