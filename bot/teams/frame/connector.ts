import type { Dispatcher } from 'undici';
import type { SendOutcome } from '../../process/reach/messages.ts';
import type { GetToken } from '../../ports.ts';
import { UntrustedService, type TrustService } from './services.ts';

/** What the Connector answered, before anyone judges it. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfterMs: number | null;
}

export type Connector = (serviceUrl: string, method: string, path: string, body?: object) => Promise<Answer>;

/** Read in with the first call: at the start there is enough to read. */
const agentOf = async () => (await import('./agent.ts')).agent;

interface Raw {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/** The answer whole, without the streams that the client would wrap it in. */
async function call(
  url: string,
  method: Dispatcher.HttpMethod,
  token: string,
  body: string | null,
): Promise<Raw> {
  const agent = await agentOf();
  const { origin, pathname, search } = new URL(url);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    const raw = { status: 0, retryAfter: undefined as string | undefined };
    agent.dispatch(
      { origin, path: pathname + search, method, headers, body },
      {
        // Asked for by the client, which takes a handler without it for one of its older kind.
        onRequestStart: () => undefined,
        onResponseStart(_controller, status, given) {
          Object.assign(raw, { status, retryAfter: given['retry-after'] });
        },
        onResponseData: (_controller, chunk) => void chunks.push(chunk),
        onResponseEnd: () => done({ ...raw, text: Buffer.concat(chunks).toString('utf8') }),
        onResponseError: (_controller, error) => fail(error),
      },
    );
  });
}

/** The call has not left: there was no token to make it with. */
class NotCarried extends Error {}

const tokenBy = (getToken: GetToken): Promise<string> =>
  getToken().catch((error: unknown) => {
    throw new NotCarried('no token for the Connector', { cause: error });
  });

/**
 * Plain calls to the Connector. Not through the SDK's client: it repeats a POST by itself after a 502, hides
 * Retry-After, and a message that may be sent twice must be the outbox's decision (platform: rate limits).
 */
export const connectorWith =
  (getToken: GetToken, trusts: TrustService): Connector =>
  async (serviceUrl, method, path, body) => {
    // What was stored is asked again: a token that has gone to a stranger cannot be called back.
    if (!trusts(serviceUrl)) throw new UntrustedService('the service address is none of Teams');
    const { status, text, retryAfter } = await call(
      `${serviceUrl.replace(/\/$/, '')}/${path}`,
      method as Dispatcher.HttpMethod,
      await tokenBy(getToken),
      body ? JSON.stringify(body) : null,
    );
    const asked = Number(retryAfter);
    return {
      status,
      body: text ? parse(text) : {},
      retryAfterMs: retryAfter && asked >= 0 ? asked * 1000 : null,
    };
  };

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** Errors of the Connector that mean one thing to us (platform: error table). */
const reasons: Record<string, string> = {
  ConversationBlockedByUser: 'blocked',
  BotNotInConversationRoster: 'notInRoster',
  ForbiddenOperationException: 'notInstalled',
  ConversationNotFound: 'notFound',
  ActivityNotFound: 'notFound',
  MessageSizeTooBig: 'tooLarge',
};

const tryAgain = new Set([412, 429, 502, 503, 504]);

export function outcomeOf({ status, body, retryAfterMs }: Answer): SendOutcome {
  if (status >= 200 && status < 300)
    return { sent: true, activityId: typeof body['id'] === 'string' ? body['id'] : null };
  if (tryAgain.has(status)) {
    const reason = status === 429 ? 'throttled' : 'unavailable';
    return { sent: false, retry: true, reason, afterMs: retryAfterMs };
  }
  const code = (body['error'] as { code?: string } | undefined)?.code ?? '';
  const plain = status === 404 ? 'notFound' : status === 413 ? 'tooLarge' : 'refused';
  return { sent: false, retry: false, reason: reasons[code] ?? plain, uncertain: false };
}

/** No connection was made, so nothing was carried. */
const neverCarried = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** A call that never got an answer: unless no connection was made, it may have been carried. */
export function outcomeOfError(error: unknown): SendOutcome {
  if (error instanceof UntrustedService)
    return { sent: false, retry: false, reason: 'untrusted', uncertain: false };
  const { code = '' } = error as { code?: string };
  if (error instanceof NotCarried || neverCarried.has(code))
    return { sent: false, retry: true, reason: 'unavailable', afterMs: null };
  return { sent: false, retry: false, reason: 'unknown', uncertain: true };
}
