import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { isPlainJson, maxBody } from '../bodies.ts';
import { numberOf } from '../log.ts';
import { apologyOf, sendJson, unreadableAs } from '../respond.ts';

export interface Channel {
  /** Whether the token is the channel's. */
  fromChannel(authorization: string | undefined): Promise<boolean>;
  /** Answers one Bot Framework activity: the HTTP status and the JSON, if there is any. */
  messages(
    authorization: string | undefined,
    body: unknown,
    requestId: string,
  ): Promise<{ status: number; body?: string }>;
  log: Logger;
}

/** Before anything is set up for a request: false, and it is nobody else's. Its types do not know it. */
interface First {
  first(look: (request: IncomingMessage, response: ServerResponse) => boolean): void;
}

const isActivity = (request: IncomingMessage): boolean => {
  const { method, url, headers } = request;
  const length = Number(headers['content-length']);
  return (
    method === 'POST' &&
    url === '/api/messages' &&
    headers.authorization !== undefined &&
    headers['content-md5'] === undefined &&
    length > 0 &&
    length <= maxBody &&
    isPlainJson(headers)
  );
};

/** All of it; null when whoever sent it has gone away. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => done(Buffer.concat(chunks).toString('utf8')));
    for (const gone of ['error', 'close'] as const) request.on(gone, () => done(null));
  });
}

function parsed(text: string): { body: unknown } | null {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return null;
  }
}

/**
 * What the channel sends in the ordinary way (its own token, JSON of a known length) is answered in front of the framework,
 * whose handlers cost as much as the press that they would lead to. All else goes through it: whose token is another's or
 * none is counted there, and what is no JSON, packed or too large is refused there.
 */
export function answerChannel(
  server: Server,
  { fromChannel, messages, log }: Channel,
  headers: [name: string, value: string][],
): void {
  const passed = new WeakSet<IncomingMessage>();
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { authorization } = request.headers;
    if (!(await fromChannel(authorization).catch(() => false))) {
      passed.add(request);
      return void server.server.emit('request', request, response);
    }
    for (const [name, value] of headers) response.setHeader(name, value);
    const text = await bodyOf(request);
    if (text === null) return;
    const read = parsed(text);
    if (!read) return sendJson(response, 400, JSON.stringify(unreadableAs('InvalidContent')));
    const requestId = numberOf(request);
    try {
      const { status, body } = await messages(authorization, read.body, requestId);
      sendJson(response, status, body);
    } catch (error) {
      log.error({ requestId, err: error, path: '/api/messages' }, 'a request failed');
      const { status, retryAfter, body } = apologyOf(requestId, error);
      if (retryAfter) response.setHeader('retry-after', retryAfter);
      if (!response.headersSent) sendJson(response, status, JSON.stringify(body));
    }
  };
  (server as unknown as First).first((request, response) => {
    if (passed.has(request) || !isActivity(request)) return true;
    void answer(request, response);
    return false;
  });
}
