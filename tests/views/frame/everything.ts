import { z } from 'zod';
import { acts } from '../../../bot/acts/index.ts';
import { views } from '../../../bot/views/index.ts';
import type { House } from '../../support/app.ts';
import type { Someone } from '../../support/factories.ts';
import { activity, deliver } from '../../support/teams.ts';

/** Ids that a reader may have come by, by the name they are asked under. */
export type Known = Record<string, string[]>;

export interface Seen {
  /** The view's name, or which other door. */
  view: string;
  query: string;
  answer: unknown;
}

/** Left out: what Graph was last asked, which goes by itself. */
const elsewhere = new Set(['connections']);
/** What is another at every look. */
const restless = new Set(['now']);

const still = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) => (restless.has(key) ? null : inner));

interface Asked {
  properties?: Record<string, unknown>;
  required?: string[];
}
const schemas = Object.fromEntries(
  Object.entries(views).map(([name, { query }]) => [
    name,
    z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as Asked,
  ]),
);

/** Every question to a view that can be made of the ids: a new view is asked without being named here. */
function queriesOf(name: string, known: Known): string[] {
  const { properties = {}, required = [] } = schemas[name]!;
  const asked = Object.keys(properties);
  const all = [...new Set(Object.values(known).flat())];
  const idsFor = (key: string): string[] => (key === 'id' ? all : (known[key] ?? []));
  const unknown = required.filter((key) => idsFor(key).length === 0);
  if (unknown.length > 0) throw new Error(`${name} asks for ${unknown.join(', ')}: give the test such an id`);
  const needed = required.length > 0 ? required : [''];
  const base = needed.flatMap((key) => (key ? idsFor(key).map((id) => `${name}?${key}=${id}`) : [name]));
  const optional = asked.filter((key) => !required.includes(key) && known[key]);
  const narrowed = optional.flatMap((key) =>
    idsFor(key).flatMap((id) =>
      base.map((query) => `${query}${query.includes('?') ? '&' : '?'}${key}=${id}`),
    ),
  );
  return [...base, ...narrowed];
}

const allowedOf = (known: Known): string[] => {
  const ids = Object.entries(known).map(([name, [first]]) => `${name}=${first}`);
  return Object.keys(acts).map((name) => `/api/acts/${name}/allowed?${ids.join('&')}`);
};

/** Through every door that only looks: the views, the buttons, the description, the search of Teams. */
export async function everythingFor(house: House, who: Someone, known: Known): Promise<Seen[]> {
  const token = await who.token();
  const ask = async (view: string, path: string): Promise<Seen> => {
    const { status, body } = await house.request('GET', path, { token });
    return { view, query: path, answer: still({ status, ...(typeof body === 'object' ? body : { body }) }) };
  };
  const names = Object.keys(views).filter((name) => !elsewhere.has(name));
  const looks = names.flatMap((name) =>
    queriesOf(name, known).map((query) => [name, `/api/views/${query}`] as const),
  );
  const buttons = allowedOf(known).map((path) => ['allowed', path] as const);
  const seen: Seen[] = [];
  for (const [view, path] of [...looks, ...buttons, ['openapi', '/api/openapi.json'] as const])
    seen.push(await ask(view, path));
  const value = { commandId: 'cases', parameters: [], queryOptions: { skip: 0, count: 25 } };
  const search = { ...activity(house, who), type: 'invoke', name: 'composeExtension/query', value };
  const found = JSON.stringify((await deliver(house, search)).body).replace(/kl\. \d\d\.\d\d/g, 'kl.');
  return [...seen, { view: 'search', query: 'search', answer: found }];
}
