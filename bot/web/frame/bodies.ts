import type { IncomingHttpHeaders } from 'node:http';
import restify, { type Next, type Request, type RequestHandler, type Response, type Server } from 'restify';

/** Half a megabyte holds the longest document that may be added, with room; anything larger is a mistake. */
export const maxBody = 512 * 1024;
/** A hundred of Graph's words, of which each has less than a kilobyte. Anybody may knock there, so no more is read. */
const maxGraphBody = 96 * 1024;

const saysNothing = (request: Request): boolean => request.contentLength() === 0 && !request.isChunked();
export const isPlainJson = (headers: IncomingHttpHeaders): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') &&
  /^(identity)?$/i.test(headers['content-encoding'] ?? '');

/**
 * JSON as it is, and nothing else. The framework would also unpack, with no limit to what comes out and no one
 * to catch what is broken, and keep uploaded files: all of it for whoever asks, before any token is looked at.
 */
function onlyJson(request: Request, response: Response, next: Next): void {
  if (request.method !== 'POST' || saysNothing(request) || isPlainJson(request.headers)) return next();
  const message = {
    da: 'Forespørgslen skal være JSON, som ikke er pakket.',
    en: 'The request must be JSON that is not packed.',
  };
  response.send(415, { ok: false, refusal: { code: 'unsupportedMedia', message } });
  next(false);
}

/**
 * There is one form of each answer. The framework would take a wish for another for an error: an act would be
 * done and its answer withheld, and the whole request with its token written to the log.
 */
function anyForm(request: Request, _response: Response, next: Next): void {
  request.headers.accept = '*/*';
  next();
}

type Handlers = [read: RequestHandler, parse: RequestHandler];
const handlersFor = (maxBodySize: number): Handlers =>
  restify.plugins.jsonBodyParser({ mapParams: false, maxBodySize } as { mapParams: boolean }) as never;

export function readBodies(server: Server): void {
  server.pre(anyForm);
  server.use(onlyJson);
  const [read, parse] = handlersFor(maxBody);
  const [readGraph] = handlersFor(maxGraphBody);
  server.use((request: Request, response: Response, next: Next): void => {
    const from = request.path().startsWith('/api/graph/') ? readGraph : read;
    from(request, response, next);
  });
  server.use(parse);
}
