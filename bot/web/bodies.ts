import restify, { type Next, type Request, type Response, type Server } from 'restify';

/** Half a megabyte holds the longest document that may be added, with room; anything larger is a mistake. */
const maxBody = 512 * 1024;

const saysNothing = (request: Request): boolean => request.contentLength() === 0 && !request.isChunked();
const isPlainJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') &&
  /^(identity)?$/i.test(headers['content-encoding'] ?? '');

/**
 * JSON as it is, and nothing else. The framework would also unpack, with no limit to what comes out and no one
 * to catch what is broken, and keep uploaded files: all of it for whoever asks, before any token is looked at.
 */
function onlyJson(request: Request, response: Response, next: Next): void {
  if (request.method !== 'POST' || saysNothing(request) || isPlainJson(request)) return next();
  const message = {
    da: 'Forespørgslen skal være JSON, som ikke er pakket.',
    en: 'The request must be JSON that is not packed.',
  };
  response.send(415, { ok: false, refusal: { code: 'unsupportedMedia', message } });
  next(false);
}

export function readBodies(server: Server): void {
  server.use(onlyJson);
  server.use(
    restify.plugins.jsonBodyParser({ mapParams: false, maxBodySize: maxBody } as { mapParams: boolean }),
  );
}
