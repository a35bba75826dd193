import type { Allowed } from '../../bot/views/frame/shapes.ts';
import type { ActInput, ActName, PartOf, ResultOf } from './frame/acts.ts';
import { noAnswer, Refused, strange, type Refusal } from './frame/refused.ts';
import { bearer } from './frame/token.ts';
import type { ViewName, ViewParams, Views } from './frame/views.ts';

export type Answered<R = unknown> = { ok: true; result: R } | { ok: false; refusal: Refusal };
export type Answer<N extends ActName = ActName> = Answered<ResultOf<N>>;

/** One request with the reader's token; a 401 is answered once with a fresh one. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const go = async (renew: boolean) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await bearer(renew)}`);
    return fetch(path, { ...init, headers });
  };
  const first = await go(false);
  return first.status === 401 ? go(true) : first;
}

async function body(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** What is plain of it; what was not chosen is left out. */
const query = (params: object): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params) as [string, unknown][])
    if (value === true || typeof value === 'number' || (typeof value === 'string' && value !== ''))
      search.set(name, String(value));
  const text = search.toString();
  return text && `?${text}`;
};

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await send(path, signal ? { signal } : {});
  } catch (error) {
    throw new Refused(noAnswer(error), 0);
  }
  const json = await body(response);
  if (response.ok) return json as T;
  throw new Refused((json['refusal'] as Refusal | undefined) ?? strange(response.status), response.status);
}

export const view = <N extends ViewName>(
  name: N,
  params: ViewParams<N>,
  signal?: AbortSignal,
): Promise<Views[N]> => get(`/api/views/${name}${query(params)}`, signal);

export const mayI = <N extends ActName>(act: N, input: PartOf<N>, signal?: AbortSignal): Promise<Allowed> =>
  get(`/api/acts/${act}/allowed${query(input)}`, signal);

/** Which parts of a file the server has; null when it does not know the file, none when nobody can say. */
export async function partsHad(fileId: string): Promise<{ number: number; hash: string }[] | null> {
  try {
    const response = await send(`/api/files/${fileId}/parts`);
    if (response.status === 404) return null;
    const json = await body(response);
    return response.ok ? (json['parts'] as { number: number; hash: string }[]) : [];
  } catch {
    return [];
  }
}

/** Hands a file to the browser to keep, by the reader's token. Throws when it did not come. */
export async function fetchFile({ id, name }: { id: string; name: string }): Promise<void> {
  const response = await send(`/api/files/${id}`);
  if (!response.ok) throw new Error(`file ${response.status}`);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** A question with a body, asked once. Never throws: why there is no answer is an answer. */
export async function post<R>(
  path: string,
  input: object,
  headers: Record<string, string> = {},
): Promise<Answered<R>> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(input),
  };
  try {
    const response = await send(path, init);
    const json = await body(response);
    return 'ok' in json ? (json as unknown as Answered<R>) : { ok: false, refusal: strange(response.status) };
  } catch (error) {
    return { ok: false, refusal: noAnswer(error) };
  }
}

const unanswered = (answer: Answered): boolean =>
  !answer.ok &&
  (['offline', 'signIn', 'outcomeUnknown'].includes(answer.refusal.code) ||
    answer.refusal.code.startsWith('http5'));

/** `key` names the press, not the request: a press that is tried again carries the same one and counts once. */
export async function act<N extends ActName>(name: N, input: ActInput<N>, key: string): Promise<Answer<N>> {
  const ask = () => post<ResultOf<N>>(`/api/acts/${name}`, input, { 'idempotency-key': key });
  const first = await ask();
  if (!unanswered(first)) return first;
  await new Promise((resolve) => setTimeout(resolve, 800));
  return ask();
}
