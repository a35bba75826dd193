import type { ServerResponse } from 'node:http';
import type { Request, Response } from 'restify';
import { both } from '../../i18n/index.ts';
import { apologyFor } from '../../process/frame/outage.ts';
import { refusalStatus, type Refusal } from '../../process/frame/refusals.ts';
import { refusalShown } from '../../views/frame/words.ts';

/** A refusal as the tab is answered: HTTP 4xx and `{ ok: false, refusal }` with its sentence in both languages. */
export function sendRefusal(response: Response, refusal: Refusal): void {
  if (refusal.refused === 'tooManyRequests')
    response.setHeader('retry-after', String(refusal.params?.['seconds'] ?? 1));
  response.send(refusalStatus[refusal.refused], { ok: false, refusal: refusalShown(refusal) });
}

const seconds = 5;

/** An unexpected error is shown as an apology with a number that finds it in the log, and nothing more. */
export function apologyOf(requestId: string, error: unknown) {
  const code = apologyFor(error);
  const message = both(`refusal.${code}`, { requestId });
  const body = { ok: false, refusal: { code, message, requestId } };
  return code === 'unexpected'
    ? { status: 500, retryAfter: null, body }
    : { status: 503, retryAfter: String(seconds), body };
}

export function sendApology(response: Response, requestId: string, error: unknown): void {
  const { status, retryAfter, body } = apologyOf(requestId, error);
  if (retryAfter) response.setHeader('retry-after', retryAfter);
  response.send(status, body);
}

/** What the framework itself refuses, in our own shape. */
export const unreadableAs = (code: string) => ({
  ok: false,
  refusal: {
    code,
    message: { da: 'Forespørgslen kunne ikke læses.', en: 'The request could not be read.' },
  },
});

/** JSON that is already text; the framework would make it anew. */
export function sendJson(response: ServerResponse, status: number, text = ''): void {
  // Once: a text would be gone through for its length, and again for its bytes.
  const bytes = Buffer.from(text);
  const type = text !== '' && { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, 'content-length': bytes.length });
  response.end(bytes);
}

/** Words alone. The framework would ask which kind the reader wants, and fail where it is none of its own. */
export function sendText(response: Response, status: number, text: string): void {
  response.setHeader('content-type', 'text/plain; charset=utf-8');
  response.sendRaw(status, text);
}

export const headerOf = (request: Request, name: string): string | undefined => {
  const value = request.headers[name.toLowerCase()];
  return Array.isArray(value) ? value[0] : value;
};
