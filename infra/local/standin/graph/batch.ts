import { createGuard } from '../appToken.ts';
import { WireError, type Call, type Reply, type Route } from '../network/http.ts';
import { recorded } from '../network/traffic.ts';
import type { World } from '../world.ts';

type Item = {
  id?: string;
  method?: string;
  url?: string;
  body?: unknown;
  headers?: Record<string, string>;
  dependsOn?: string[];
};
type Answered = { id: string; status: number; headers: Record<string, string>; body: unknown };

const MOST = 20;
const bad = (message: string) => new WireError(400, 'BadRequest', message);

function itemsOf(told: { requests?: Item[] }): (Item & { id: string })[] {
  const items = told.requests ?? [];
  if (items.length === 0) throw bad('The batch has no requests.');
  if (items.length > MOST) throw bad(`Number of batch request steps exceeds the maximum value of ${MOST}.`);
  const ids = items.map((item) => item.id ?? '');
  if (ids.some((id) => !id) || new Set(ids).size < ids.length)
    throw bad('Every request needs an id of its own.');
  if (items.some((item) => !item.method || !item.url?.startsWith('/')))
    throw bad('Every request needs a method and a relative url.');
  return items as (Item & { id: string })[];
}

/** An item as the call it would have been by itself. */
function callFor(outer: Call, item: Item, url: URL, match: RegExpMatchArray): Call {
  const headers = Object.fromEntries(
    Object.entries(item.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const text = item.body === undefined ? '' : JSON.stringify(item.body);
  return {
    ...outer,
    method: item.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: { authorization: outer.headers.authorization, ...headers },
    part: (index) => decodeURIComponent(match[index + 1] ?? ''),
    text: async () => text,
    json: async <T>() => JSON.parse(text || '{}') as T,
  };
}

async function answerOf(routes: Route[], outer: Call, item: Item): Promise<Reply> {
  const url = new URL(`/graph/v1.0${item.url}`, 'http://batch');
  for (const [method, path, handler] of routes) {
    const match = method === item.method?.toUpperCase() ? url.pathname.match(path) : null;
    if (match) return (await handler(callFor(outer, item, url, match))) ?? {};
  }
  throw new WireError(404, 'NotFound', `No ${item.method} ${url.pathname}`);
}

const failed = (error: unknown): Reply => {
  const known = error instanceof WireError ? error : new WireError(500, 'generalException', String(error));
  const { status, code, message, headers } = known;
  return { status, headers, body: { error: { code, message } } };
};

async function run(routes: Route[], outer: Call): Promise<Answered[]> {
  const answered = new Map<string, Answered>();
  for (const item of itemsOf(await outer.json<{ requests?: Item[] }>())) {
    const stopped = item.dependsOn?.some((id) => (answered.get(id)?.status ?? 424) >= 400);
    const dependency = new WireError(424, 'FailedDependency', 'A request this one depends on has failed.');
    const work = stopped ? Promise.reject(dependency) : answerOf(routes, outer, item);
    const { status = 200, headers = {}, body } = await work.catch(failed);
    answered.set(item.id, { id: item.id, status, headers, body });
  }
  // Graph promises no order: whoever counts on it shall notice.
  return [...answered.values()].reverse();
}

/** The outer answer is always 200: how each one went stands in its own. */
export function batchRoute(world: World, routes: Route[]): Route {
  const guard = createGuard(world, 'https://graph.microsoft.com');
  return [
    'POST',
    /^\/graph\/v1\.0\/\$batch$/,
    (call) =>
      recorded(world, call, async () => {
        await guard(call);
        return { body: { responses: await run(routes, call) } };
      }),
  ];
}
