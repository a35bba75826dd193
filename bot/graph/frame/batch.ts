import { setTimeout as sleep } from 'node:timers/promises';
import type { Graph } from './graph.ts';
import { waitIn } from './waits.ts';

interface Answers {
  responses: { id: string; status: number; headers?: Record<string, string>; body?: unknown }[];
}

/** Graph takes so many questions at once. */
const most = 20;
const mostTries = 5;
const busy = new Set([429, 503, 504]);

/** Nobody waits for longer than this for an item: the whole question is asked again then. */
const longestWaitMs = 120_000;

/** How long an item was told to wait: a second at least. */
const waitOf = (headers: Record<string, string> = {}): number => {
  const told = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  return Math.min(longestWaitMs, Math.max(1_000, waitIn(told, Date.now()) ?? 0));
};

/**
 * Many GETs in few calls. The outer answer is 200 whatever became of each: those that Graph had no room for are
 * asked again when it said, by themselves. Null for what is not there. Throws for anything else.
 */
export async function batch<T>(graph: Graph, paths: string[]): Promise<(T | null)[]> {
  const found = new Map<number, T | null>();
  for (let from = 0; from < paths.length; from += most) {
    let asked = paths.slice(from, from + most).map((url, index) => ({ id: from + index, url }));
    for (let tries = 1; asked.length > 0; tries += 1) {
      const again = await askOnce<T>(graph, asked, found);
      if (again.ids.length > 0 && tries >= mostTries) throw new Error('Graph had no room for a batch');
      asked = asked.filter(({ id }) => again.ids.includes(id));
      if (asked.length > 0) await sleep(again.waitMs);
    }
  }
  return paths.map((_, index) => found.get(index) ?? null);
}

async function askOnce<T>(
  graph: Graph,
  asked: { id: number; url: string }[],
  found: Map<number, T | null>,
): Promise<{ ids: number[]; waitMs: number }> {
  const requests = asked.map(({ id, url }) => ({ id: String(id), method: 'GET', url }));
  const { responses } = await graph.post<Answers>('/$batch', { requests }, { repeat: 'always' });
  const again = { ids: [] as number[], waitMs: 0 };
  for (const { id, status, headers, body } of responses) {
    if (status === 200) found.set(Number(id), body as T);
    else if (status === 404) found.set(Number(id), null);
    else if (busy.has(status)) {
      again.ids.push(Number(id));
      again.waitMs = Math.max(again.waitMs, waitOf(headers));
    } else throw new Error(`Graph answered ${status} within a batch`);
  }
  return again;
}
