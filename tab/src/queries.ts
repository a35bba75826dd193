import { QueryCache, QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Allowed } from '../../bot/views/shapes/common.ts';
import {
  act,
  undecided,
  mayI,
  Refused,
  view,
  type Answer,
  type Page,
  type Params,
  type Refusal,
  type ViewName,
  type Views,
} from './api.ts';

const lasting = (error: unknown) => error instanceof Refused && error.status >= 400 && error.status < 500;

let failing = false;
const watchers = new Set<() => void>();
const answered = (well: boolean) => {
  if (failing !== well) return;
  failing = !well;
  for (const tell of watchers) tell();
};
const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};

/** Is the server out of reach? A refusal is an answer too. */
export const useFailing = (): boolean => useSyncExternalStore(watch, () => failing);

export const client = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: () => answered(true),
    onError: (error) => answered(lasting(error)),
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

const lists: ViewName[] = ['revisions', 'comments', 'meetings', 'tasks', 'members', 'deliveries', 'trail'];

/** A view; of a list every page, one after the other. */
export async function whole<N extends ViewName>(
  name: N,
  params: Params,
  signal?: AbortSignal,
): Promise<Views[N]> {
  if (!lists.includes(name)) return view(name, params, signal);
  const found = (await view(name, { limit: 200, ...params }, signal)) as Page<unknown>;
  for (let after = found.next; after !== undefined;) {
    const more = (await view(name, { limit: 200, ...params, after }, signal)) as Page<unknown>;
    found.items.push(...more.items);
    after = more.next;
  }
  return found as Views[N];
}

export const useView = <N extends ViewName>(name: N, params: Params = {}, enabled = true) =>
  useQuery<Views[N], Refused>({
    queryKey: [name, params],
    queryFn: ({ signal }) => whole(name, params, signal),
    enabled,
  });

export const useMe = () => useView('me');

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

export interface Press {
  busy: boolean;
  refusal: Refusal | null;
  press: (input: object) => Promise<Answer | null>;
  forget: () => void;
}

/** One button: its key lives until the press is decided, so pressing again after a lost line counts once. */
export function usePress(name: string, { wait = true } = {}): Press {
  const queries = useQueryClient();
  const open = useRef<{ body: string; key: string } | null>(null);
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const press = async (input: object) => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    const body = JSON.stringify(input);
    if (open.current?.body !== body) open.current = { body, key: crypto.randomUUID() };
    const answer = await act(name, input, open.current.key);
    if (answer.ok || !undecided(answer.refusal)) open.current = null;
    // What the page shows is fetched again before the button lets go, but never keeps it for long.
    const fresh = answer.ok || answer.refusal.code !== 'offline' ? queries.invalidateQueries() : undefined;
    if (wait) await Promise.race([fresh, new Promise((resolve) => setTimeout(resolve, 1500))]);
    running.current = false;
    setBusy(false);
    if (!answer.ok) setRefusal(answer.refusal);
    return answer;
  };
  return { busy, refusal, press, forget: () => setRefusal(null) };
}

/** Entries for several acts at once, in the same order. */
export function useAllowedMany(
  wanted: { act: string; input: Params; fresh?: boolean }[],
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
