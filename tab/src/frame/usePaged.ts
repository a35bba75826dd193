import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { view } from '../api.ts';
import type { Refused } from './refused.ts';
import type { ViewName, ViewParams, Views } from './views.ts';

type ListName = { [N in ViewName]: Views[N] extends { items: unknown[] } ? N : never }[ViewName];

/** A list that nobody needs whole: a page of it, and the next when it is asked for. */
export function usePaged<N extends ListName>(name: N, params: ViewParams<N>) {
  type Shown = Views[N] & { next?: string | undefined };
  const query = useInfiniteQuery<Shown, Refused, InfiniteData<Shown>, unknown[], string | undefined>({
    queryKey: ['pages', name, params],
    queryFn: ({ pageParam: after, signal }) =>
      view(name, { limit: 25, ...params, after } as ViewParams<N>, signal) as Promise<Shown>,
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    // All that was fetched would be fetched again; what is done changes little, and the live line tells of it.
    refetchInterval: false,
  });
  const items = query.data?.pages.flatMap((page) => page.items as Views[N]['items'][number][]);
  return { ...query, items };
}
