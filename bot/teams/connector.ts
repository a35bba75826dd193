import type { SendOutcome } from '../process/messages.ts';
import type { GetToken } from './credentials.ts';

/** What the Connector answered, before anyone judges it. */
export interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfterMs: number | null;
}

export type Connector = (serviceUrl: string, method: string, path: string, body?: object) => Promise<Answer>;

/**
 * Plain calls to the Connector. Not through the SDK's client: it repeats a POST by itself after a 502, hides
 * Retry-After, and a message that may be sent twice must be the outbox's decision (platform: rate limits).
 */
export const connectorWith =
  (getToken: GetToken): Connector =>
  async (serviceUrl, method, path, body) => {
    const response = await fetch(`${serviceUrl.replace(/\/$/, '')}/${path}`, {
      method,
      headers: { authorization: `Bearer ${await getToken()}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    });
    const text = await response.text();
    const asked = Number(response.headers.get('retry-after'));
    return {
      status: response.status,
      body: text ? parse(text) : {},
      retryAfterMs: response.headers.has('retry-after') && asked >= 0 ? asked * 1000 : null,
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

/** A call that never got an answer: refused connections never arrived; anything else may have. */
export function outcomeOfError(error: unknown): SendOutcome {
  const code = ((error as { cause?: { code?: string } }).cause ?? {}).code ?? '';
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
  if (never) return { sent: false, retry: true, reason: 'unavailable', afterMs: null };
  return { sent: false, retry: false, reason: 'unknown', uncertain: true };
}
