import { randomUUID } from 'node:crypto';
import type { ActInput, ActName, ActResult } from '../../bot/acts/index.ts';
import { eventually, oid, secretariatIds, type Answer, type House } from './app.ts';

export interface Refusal {
  code: string;
  message: { da: string; en: string };
  unmet?: { code: string; message: { da: string; en: string }; passable: boolean }[];
}
export type ActAnswer<N extends ActName = ActName> = Answer<
  { ok: true; result: ActResult<N> } | { ok: false; refusal: Refusal }
>;

/** Said in both languages, with every blank filled; an unexpected error is never a refusal. */
export function isWhole(refusal: Refusal | undefined): boolean {
  if (!refusal || refusal.code === 'unexpected') return false;
  const said = [refusal.message, ...(refusal.unmet ?? []).map((one) => one.message)];
  return said.flatMap(({ da, en }) => [da, en]).every((text) => text.length > 10 && !/\{\w+\}/.test(text));
}

/** Somebody with a token, at the doors of the app. */
export interface Someone {
  objectId: string;
  personId: string;
  token(): Promise<string>;
  /** The act as it is answered, whatever the answer. */
  act<N extends ActName>(name: N, input: unknown, key?: string): Promise<ActAnswer<N>>;
  /** The act's result; an error when it was refused. */
  do<N extends ActName>(name: N, input: ActInput<N>, key?: string): Promise<ActResult<N>>;
  /** The code it was refused with; an error when it was done. */
  refused(name: ActName, input: unknown, key?: string): Promise<string>;
  /** What stood in the way, by code. */
  unmet(name: ActName, input: unknown): Promise<string[]>;
  view<T = any>(query: string): Promise<T>;
  viewStatus(query: string): Promise<number>;
  allowed(
    name: ActName,
    query?: Record<string, string>,
  ): Promise<{ ok: boolean; code: string | null; unmet: string[] }>;
}

export function someone(house: House, objectId: string, personId = ''): Someone {
  let token: Promise<string> | null = null;
  const made = async (): Promise<string> =>
    (await house.api<{ token: string }>('POST', '/token', { objectId })).token;
  const get = (): Promise<string> => (token ??= made());
  const act: Someone['act'] = async (name, input, key) =>
    house.request('POST', `/api/acts/${name}`, { token: await get(), key, body: input });
  const refusalOf = async (name: ActName, input: unknown, key?: string): Promise<Refusal> => {
    const { status, body } = await act(name, input, key);
    if (body.ok || status === 200) throw new Error(`${name} was done: ${JSON.stringify(body)}`);
    if (!isWhole(body.refusal)) throw new Error(`${name}: half a refusal: ${status} ${JSON.stringify(body)}`);
    return body.refusal;
  };
  const read = async (path: string): Promise<Answer> => house.request('GET', path, { token: await get() });
  return {
    objectId,
    personId,
    token: get,
    act,
    do: async <N extends ActName>(name: N, input: unknown, key?: string) => {
      const { body } = await act(name, input, key);
      if (!body.ok) throw new Error(`${name} was refused: ${JSON.stringify(body.refusal ?? body)}`);
      return body.result as ActResult<N>;
    },
    refused: async (name, input, key) => (await refusalOf(name, input, key)).code,
    unmet: async (name, input) => ((await refusalOf(name, input)).unmet ?? []).map((one) => one.code),
    view: async (query) => {
      const { status, body } = await read(`/api/views/${query}`);
      if (status !== 200) throw new Error(`${query}: ${status} ${JSON.stringify(body)}`);
      return body;
    },
    viewStatus: async (query) => (await read(`/api/views/${query}`)).status,
    allowed: async (name, query = {}) => {
      const { body } = await read(`/api/acts/${name}/allowed?${new URLSearchParams(query)}`);
      return {
        ok: body.ok,
        code: body.refusal?.code ?? null,
        // Who is not let in at all is told no more than that.
        unmet: (body.unmet ?? []).map((one: Refusal) => one.code),
      };
    },
  };
}

export const secretariat = (house: House, which: 0 | 1 = 0): Someone =>
  someone(house, secretariatIds[which]!);

const counters = new WeakMap<House, number>();
export function next(house: House): number {
  const n = (counters.get(house) ?? 100) + 1;
  counters.set(house, n);
  return n;
}

/** Known to Entra and Teams; nobody to the register. */
export async function stranger(
  house: House,
  role = 'Konsulent',
  of = 'Uden for fællesskabet',
): Promise<Someone> {
  const n = next(house);
  await house.api('POST', '/people', {
    objectId: oid(n),
    displayName: `${role}, ${of}`,
    email: `p${n}@example.dk`,
  });
  return someone(house, oid(n));
}

/** Was of the secretariat once, and is nobody's member: in the register, and nothing more. */
export async function whoHasLeft(house: House): Promise<Someone> {
  const [personId, objectId] = [randomUUID(), oid(next(house))];
  const displayName = 'Tidligere medarbejder, Sekretariatet';
  const email = 'tidligere@example.dk';
  await house.sql(
    `insert into person (id, display_name, email, object_id, created_at) values ($1, $2, $3, $4, now())`,
    [personId, displayName, email, objectId],
  );
  await house.api('POST', '/people', { objectId, displayName, email });
  return someone(house, objectId, personId);
}

export async function person(
  house: House,
  organisation: { id: string; name: string },
  role = 'Indkøbskonsulent',
): Promise<Someone> {
  const n = next(house);
  const displayName = `${role}, ${organisation.name}`;
  const email = `p${n}@example.dk`;
  await house.api('POST', '/people', { objectId: oid(n), displayName, email });
  const input = { organisationId: organisation.id, displayName, email, objectId: oid(n) };
  const { personId } = await secretariat(house).do('registerPerson', input);
  return someone(house, oid(n), personId);
}

export interface Member {
  id: string;
  name: string;
  representative: Someone;
  deputy: Someone;
  contact: Someone;
  staff: Someone;
}
export interface MemberOptions {
  name?: string;
  chair?: boolean;
  /** Leave out: without one nobody is it, and `deputy`, `contact` and `staff` are the representative. */
  with?: ('deputy' | 'contact' | 'staff')[];
}

export async function member(house: House, options: MemberOptions = {}): Promise<Member> {
  const by = secretariat(house);
  const name = options.name ?? `Kommune ${next(house)}`;
  const { organisationId: id } = await by.do('registerMember', { name, kind: 'municipality' });
  const of = { id, name };
  const wanted = options.with ?? [];
  const representative = await person(house, of, 'Indkøbschef');
  const appointed = { organisationId: id, personId: representative.personId, chair: options.chair ?? false };
  await by.do('appointRepresentative', appointed);
  const named = async (role: 'deputy' | 'contact', title: string): Promise<Someone> => {
    if (!wanted.includes(role)) return representative;
    const one = await person(house, of, title);
    await by.do(role === 'deputy' ? 'nameDeputy' : 'nameContact', {
      organisationId: id,
      personId: one.personId,
    });
    return one;
  };
  const deputy = await named('deputy', 'Stedfortræder');
  const contact = await named('contact', 'Kontaktperson');
  const staff = wanted.includes('staff') ? await person(house, of, 'Miljøkonsulent') : representative;
  return { ...of, representative, deputy, contact, staff };
}

export async function members(house: House, count: number, options: MemberOptions = {}): Promise<Member[]> {
  const made: Member[] = [];
  for (let i = 0; i < count; i += 1) made.push(await member(house, options));
  return made;
}

const greetings = `select state from delivery where message = 'greeting' and state in ('queued', 'sending')
  and person_id = (select id from person where object_id = $1)`;

/** Puts the bot in the person's own chat, as Teams would; whoever is registered has been greeted then. */
export async function install(house: House, { objectId }: Someone): Promise<string> {
  const { conversationId } = await house.api<{ conversationId: string }>('POST', '/install', { objectId });
  await eventually(
    () => house.sql(greetings, [objectId]),
    (waiting) => waiting.length === 0,
    15_000,
  );
  return conversationId;
}
