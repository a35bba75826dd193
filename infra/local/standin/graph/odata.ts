import { WireError, type Call } from '../network/http.ts';
import type { World } from '../world.ts';

/** Graph's answers say of which type a thing is where its place does not. */
export type Typed<T> = T & { '@odata.type'?: string };
export type List<T> = {
  '@odata.context': string;
  '@odata.count'?: number;
  '@odata.nextLink'?: string;
  value: T[];
};

export const context = (what: string) => `https://graph.microsoft.com/v1.0/$metadata#${what}`;
const badRequest = (message: string) => new WireError(400, 'Request_BadRequest', message);

export const encode = (content: unknown): string =>
  Buffer.from(JSON.stringify(content)).toString('base64url');

export function decode<T>(token: string, what: string): T {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as T;
  } catch {
    throw badRequest(`The ${what} is badly formed.`);
  }
}

/** An option Graph has and this stand-in has not would be a silent lie: it is refused by name. */
export function onlyOptions(call: Call, ...known: string[]): void {
  const strange = [...call.query.keys()].find((name) => name.startsWith('$') && !known.includes(name));
  if (strange) throw badRequest(`${strange} is not served here; there is: ${known.join(', ') || 'none'}`);
}

export const selected = (call: Call): string[] | null =>
  call.query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim())
    .filter(Boolean) ?? null;

/** Only what was asked for, or what Graph gives to whoever asks for nothing. */
export function pick<T extends object>(thing: T, names: string[] | null, hidden: string[] = []): Partial<T> {
  const wanted = (name: string) =>
    name === 'id' || name.startsWith('@') || (names ? names.includes(name) : !hidden.includes(name));
  return Object.fromEntries(Object.entries(thing).filter(([name]) => wanted(name))) as Partial<T>;
}

/** The same call with another token, as it stands in a link. */
export function linkOf(world: World, path: string, query: Record<string, string | null>): string {
  const kept = Object.entries(query).filter((one): one is [string, string] => one[1] !== null);
  return `${world.address.origin}${path}?${new URLSearchParams(kept).toString().replaceAll('%24', '$')}`;
}

type Sizes = { usual: number; most: number };

/** One page, in the order of the ids: whoever leaves meanwhile makes nobody else be skipped. */
export function page<T>(world: World, call: Call, all: T[], idOf: (one: T) => string, sizes: Sizes) {
  const top = call.query.get('$top');
  const size = top === null ? sizes.usual : Number(top);
  if (!Number.isInteger(size) || size < 1 || size > sizes.most)
    throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and ${sizes.most} inclusive.`);
  const token = call.query.get('$skiptoken');
  const [after] = token ? decode<[string]>(token, '$skiptoken') : [''];
  const rest = all.filter((one) => idOf(one) > after).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const value = rest.slice(0, size);
  const last = value.at(-1);
  const $select = call.query.get('$select');
  const next =
    rest.length > size && last
      ? linkOf(world, call.path, { $select, $top: top, $skiptoken: encode([idOf(last)]) })
      : undefined;
  return { ...(next && { '@odata.nextLink': next }), value };
}
