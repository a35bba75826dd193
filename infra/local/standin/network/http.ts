import type { IncomingMessage, ServerResponse } from 'node:http';

export type Reply = { status?: number; body?: unknown; headers?: Record<string, string> };

export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** The path's captured parts, decoded. */
  part: (index: number) => string;
  bytes: () => Promise<Buffer>;
  text: () => Promise<string>;
  json: <T>() => Promise<T>;
  request: IncomingMessage;
  response: ServerResponse;
};

/** What a handler answers; `undefined` means that it has written the response itself. */
export type Answer = Reply | undefined | Promise<Reply | undefined>;
export type Route = [method: string, path: RegExp, answer: (call: Call) => Answer];

/** An error in the shape Microsoft's services use on the wire. */
export class WireError extends Error {
  status: number;
  code: string;
  headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function callOf(request: IncomingMessage, response: ServerResponse, url: URL, match: RegExpMatchArray): Call {
  let all: Promise<Buffer> | undefined;
  const bytes = () => (all ??= readAll(request));
  const read = async () => (await bytes()).toString('utf8');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    part: (index) => decoded(match[index + 1] ?? ''),
    bytes,
    text: read,
    json: async <T>() => parseJson<T>(await read()),
    request,
    response,
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new WireError(400, 'BadArgument', `Not an address: ${part}`);
  }
}

function parseJson<T>(text: string): T {
  try {
    return JSON.parse(text || '{}') as T;
  } catch {
    throw new WireError(400, 'BadSyntax', 'The body is not JSON');
  }
}

export function send(response: ServerResponse, { status = 200, body, headers = {} }: Reply): void {
  if (response.headersSent) return void response.end();
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  const all: Record<string, string> = {
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  };
  if (text && !all['content-type']) all['content-type'] = type;
  response.writeHead(status, all);
  response.end(text);
}

export function sendError(response: ServerResponse, error: unknown): void {
  const known = error instanceof WireError ? error : null;
  const message = error instanceof Error ? error.message : String(error);
  send(response, {
    status: known?.status ?? 500,
    headers: known?.headers,
    body: { error: { code: known?.code ?? 'ServiceError', message } },
  });
}

/** Answers with the first route that fits; false when none does. */
export async function answer(routes: Route[], request: IncomingMessage, response: ServerResponse, url: URL) {
  for (const [method, path, handler] of routes) {
    if (method !== request.method) continue;
    const match = url.pathname.match(path);
    if (!match) continue;
    try {
      const reply = await handler(callOf(request, response, url, match));
      if (reply) send(response, reply);
    } catch (error) {
      sendError(response, error);
    }
    return true;
  }
  return false;
}
