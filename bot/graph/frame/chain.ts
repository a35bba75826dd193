import {
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type FetchOptions,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { carried, Circuit, NotCarried } from './circuit.ts';
import { Lanes } from './lanes.ts';
import type { GetToken } from '../../ports.ts';
import { waitIn } from './waits.ts';

const timeoutMs = 20_000;
/** The library would come back sooner than it was told when it was told to wait longer than this. */
const longestWaitSeconds = 120;
const mostRetries = 4;

/** What became of one call, for the page that tells the administrator. Nothing of what was in it. */
export interface Seen {
  method: string;
  url: string;
  /** 0: no answer. */
  status: number;
  code: string | null;
}
export type Observe = (seen: Seen) => void;

abstract class Link implements Middleware {
  protected next!: Middleware;
  setNext(next: Middleware): void {
    this.next = next;
  }
  abstract execute(context: Context): Promise<void>;
}

class Bearer extends Link {
  #getToken: GetToken;
  constructor(getToken: GetToken) {
    super();
    this.#getToken = getToken;
  }
  async execute(context: Context): Promise<void> {
    const headers = new Headers(context.options?.headers as HeadersInit);
    headers.set('authorization', `Bearer ${await this.#token()}`);
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
    await this.next.execute(context);
  }
  async #token(): Promise<string> {
    try {
      return await this.#getToken();
    } catch (error) {
      throw new NotCarried((error as Error).message, { cause: error });
    }
  }
}

const urlOf = ({ request }: Context): string => (typeof request === 'string' ? request : request.url);

/** One attempt: in its lane, within its time, and seen by whoever keeps the record. */
class Attempt extends Link {
  #lanes = new Lanes();
  #circuit = new Circuit();
  #observe: Observe;
  constructor(observe: Observe) {
    super();
    this.#observe = observe;
  }
  async execute(context: Context): Promise<void> {
    const url = urlOf(context);
    const method = context.options?.method ?? 'GET';
    await this.#lanes.run(url, async () => {
      this.#circuit.enter();
      try {
        context.options = { ...context.options, signal: AbortSignal.timeout(timeoutMs) };
        await this.next.execute(context);
      } catch (error) {
        this.#circuit.ended(false);
        this.#observe({ method, url, status: 0, code: (error as Error).name });
        throw carried(error);
      }
      const { status = 0 } = context.response ?? {};
      this.#circuit.ended(status < 500);
      this.#observe({ method, url, status, code: await codeOf(context.response) });
    });
  }
}

async function codeOf(response: Response | undefined): Promise<string | null> {
  if (!response || response.ok) return null;
  const body = await response
    .clone()
    .json()
    .catch(() => null);
  return (body as { error?: { code?: string } } | null)?.error?.code ?? null;
}

const repeatable = new Set(['GET', 'PUT', 'DELETE', 'PATCH']);

/**
 * Says that this POST may be repeated. `always`: Graph knows it by a transaction id, or a second one changes nothing.
 * `throttled`: a second one would be another, but what was throttled was not done.
 */
export const repeating = {
  always: new RetryHandlerOptions(1, mostRetries, (_delay, _attempt, _request, _options, response) =>
    soonEnough(response),
  ),
  throttled: new RetryHandlerOptions(
    1,
    mostRetries,
    (_delay, _attempt, _request, _options, response) => response?.status === 429 && soonEnough(response),
  ),
};

/**
 * The library repeats every method after 429, 503 and 504. A POST that may have been done (a mail, an event, an
 * invitation) must be somebody's decision, so only what can be repeated is.
 */
const onlyRepeatable = new RetryHandlerOptions(
  1,
  mostRetries,
  (_delay: number, _attempt: number, request: RequestInfo, options: FetchOptions | undefined, response) => {
    const method = typeof request === 'string' ? (options?.method ?? 'GET') : request.method;
    return repeatable.has(method.toUpperCase()) && soonEnough(response);
  },
);

const soonEnough = (response: Response | undefined): boolean => {
  const told = waitIn(response?.headers.get('retry-after'), Date.now()) ?? 0;
  return told <= longestWaitSeconds * 1_000;
};

/** From our question to the wire: repeated where it may be, each attempt with a token that is still good. */
export function chain(getToken: GetToken, observe: Observe): Middleware {
  const links = [new RetryHandler(onlyRepeatable), new Bearer(getToken), new Attempt(observe)];
  const last = new HTTPMessageHandler();
  for (const [index, link] of links.entries()) link.setNext(links[index + 1] ?? last);
  return links[0]!;
}
