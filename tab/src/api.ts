import type { Text } from '../../bot/i18n/index.ts';
import type { Allowed, FindingShown } from '../../bot/views/shapes/common.ts';
import type { CommentView, HearingView } from '../../bot/views/shapes/hearing.ts';
import type {
  DeliveryView,
  MembersView,
  MeView,
  TaskView,
  TrailView,
} from '../../bot/views/shapes/people.ts';
import type { RevisionRow, RevisionView } from '../../bot/views/shapes/revision.ts';
import type { MeetingView, RulesView, VoteView } from '../../bot/views/shapes/vote.ts';
import { bearer, NotSignedIn } from './teams.ts';
import { ownText } from './words.ts';

export interface Page<T> {
  items: T[];
  next?: string;
}

export interface Views {
  me: MeView;
  revisions: Page<RevisionRow>;
  revision: RevisionView;
  hearing: HearingView;
  comments: Page<CommentView>;
  vote: VoteView;
  meetings: Page<MeetingView>;
  meeting: MeetingView;
  rules: RulesView;
  members: MembersView;
  tasks: Page<TaskView>;
  deliveries: Page<DeliveryView> & { allowed: Allowed[] };
  trail: TrailView;
}
export type ViewName = keyof Views;
export type Params = Record<string, string | number | boolean | undefined>;

export interface Refusal {
  code: string;
  message: Text;
  unmet?: FindingShown[];
  requestId?: string;
}
/** Nobody knows whether it was done: the same press may be tried again and counts once. */
export const undecided = ({ code }: Refusal): boolean =>
  ['offline', 'unexpected', 'busy'].includes(code) || code.startsWith('http5');

export type Answer = { ok: true; result: Record<string, unknown> } | { ok: false; refusal: Refusal };

/** A view the reader was refused, or that could not be fetched. Acts never throw: they answer. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly status: number;
  constructor(refusal: Refusal, status: number) {
    super(refusal.code);
    this.refusal = refusal;
    this.status = status;
  }
}

const offline = (): Refusal => ({ code: 'offline', message: ownText('tab.offline.refusal') });
/** Why no answer came at all: nobody vouched for the reader, or the line is down. */
const noAnswer = (error: unknown): Refusal =>
  error instanceof NotSignedIn ? { code: 'signIn', message: ownText('tab.signIn') } : offline();
const strange = (status: number): Refusal => ({
  code: `http${status}`,
  message: ownText('tab.strange', { status }),
});

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

const query = (params: Params): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '' && value !== false) search.set(name, String(value));
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
  params: Params = {},
  signal?: AbortSignal,
): Promise<Views[N]> => get(`/api/views/${name}${query(params)}`, signal);

export const mayI = (act: string, input: Params, signal?: AbortSignal): Promise<Allowed> =>
  get(`/api/acts/${act}/allowed${query(input)}`, signal);

/** `key` names the press, not the request: a press that is tried again carries the same one and counts once. */
export async function act(name: string, input: object, key: string): Promise<Answer> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(input),
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      const response = await send(`/api/acts/${name}`, init);
      const json = await body(response);
      if ('ok' in json) return json as unknown as Answer;
      if (response.status < 500 || attempt > 0) return { ok: false, refusal: strange(response.status) };
    } catch (error) {
      if (attempt > 0) return { ok: false, refusal: noAnswer(error) };
    }
    await new Promise((resolve) => setTimeout(resolve, 800));
  }
}
