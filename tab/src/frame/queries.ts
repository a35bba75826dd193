import { QueryCache, QueryClient, useQueries, useQuery, type UseQueryOptions } from '@tanstack/react-query';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { ActName, PartOf } from './acts.ts';
import { mayI, view } from '../api.ts';
import type { Refused } from './refused.ts';
import type { Asking, Page, ViewName, ViewParams, Views } from './views.ts';
import { answered, lasting, refused } from './reach.ts';

export const client = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: () => answered(true),
    onError: (error) => answered(refused(error)),
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // The live line is what keeps pages fresh; this is for the minutes when it is down.
      refetchInterval: 60_000,
      networkMode: 'always',
      retry: (count, error) => !lasting(error) && count < 2,
    },
  },
});

const lists: ViewName[] = [
  'revisions',
  'comments',
  'meetings',
  'schedulings',
  'tasks',
  'members',
  'newcomers',
  'deliveries',
  'trail',
];

/** A view; of a list every page, one after the other. */
export async function whole<N extends ViewName>(
  name: N,
  params: ViewParams<N>,
  signal?: AbortSignal,
): Promise<Views[N]> {
  if (!lists.includes(name)) return view(name, params, signal);
  const pageAfter = (after?: string) =>
    view(name, { limit: 200, ...params, after } as ViewParams<N>, signal) as Promise<Page<unknown>>;
  const found = await pageAfter();
  for (let after = found.next; after !== undefined;) {
    const more = await pageAfter(after);
    found.items.push(...more.items);
    after = more.next;
  }
  return found as Views[N];
}

export const useView = <N extends ViewName>(
  name: N,
  ...[params = {} as ViewParams<N>, enabled = true]: Asking<N, [enabled?: boolean]>
) =>
  useQuery<Views[N], Refused>({
    queryKey: [name, params],
    queryFn: ({ signal }) => whole(name, params, signal),
    enabled,
  });

/** A view of what the live line is silent about: looked at again so often while it is open, unless it was refused. */
export const watched = <N extends ViewName>(name: N, every: number): UseQueryOptions<Views[N], Refused> => ({
  queryKey: [name, {}],
  queryFn: ({ signal }) => whole(name, {} as ViewParams<N>, signal),
  refetchInterval: ({ state: { error } }) => (error && lasting(error) ? false : every),
});
export const useWatched = <N extends ViewName>(name: N, every: number) => useQuery(watched(name, every));

/** A view of something that goes on by itself: looked at often until it has come as far as it will. */
export const useViewWhile = <N extends ViewName>(
  name: N,
  params: ViewParams<N>,
  goesOn: (data: Views[N]) => boolean,
) =>
  useQuery<Views[N], Refused>({
    queryKey: [name, params],
    queryFn: ({ signal }) => whole(name, params, signal),
    refetchInterval: ({ state: { data } }) => (data && goesOn(data) ? 2_000 : 60_000),
  });

export const useMe = () => useView('me');

interface Wanted<N extends ActName> {
  act: N;
  input: PartOf<N>;
  fresh?: boolean;
}

/** Entries for several acts at once, in the same order. */
export function useAllowedMany<const T extends readonly ActName[]>(
  wanted: { [I in keyof T]: Wanted<T[I]> },
  lists: (Allowed[] | undefined)[],
) {
  const known = (name: string) => lists.flatMap((list) => list ?? []).find((entry) => entry.act === name);
  const asked = useQueries({
    queries: wanted.map(({ act: name, input, fresh = false }) => ({
      queryKey: ['allowed', name, input],
      queryFn: ({ signal }: { signal: AbortSignal }) => mayI(name, input, signal),
      enabled: fresh || !known(name),
    })),
  });
  return wanted.map(({ act: name, fresh }, index) => (fresh ? undefined : known(name)) ?? asked[index]?.data);
}
