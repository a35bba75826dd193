import type { Logger } from 'pino';
import type { Request, Server } from 'restify';
import { GraphWords } from '../../acts/reach/graphWords.ts';
import { refuse } from '../../process/frame/refusals.ts';
import type { Doors } from '../people/people.ts';
import { sendRefusal } from '../frame/respond.ts';

/** Graph asks once whether we really wait at this address; it wants its own words back, as text. */
const tokenOf = (request: Request): string | null =>
  new URL(request.url ?? '', 'http://query').searchParams.get('validationToken');

/** What it tells, as a list; what is in it may be anything. */
function toldIn(body: unknown): unknown[] | null {
  const told = (body as { value?: unknown } | null | undefined)?.value;
  return Array.isArray(told) ? told : null;
}

/** Where Graph tells of changes. Acknowledged before anything is looked up: it waits three seconds at most. */
export function serveGraph(server: Server, doors: Doors, log: Logger): void {
  const words = new GraphWords(doors.house, (error) => log.error({ err: error }, 'a word of Graph was lost'));
  for (const path of ['/api/graph/notifications', '/api/graph/lifecycle'])
    server.post(
      path,
      doors.safely(async (request, response) => {
        const token = tokenOf(request);
        if (token !== null) {
          // As text and never as a page: whoever sends the words chooses them.
          response.setHeader('content-type', 'text/plain; charset=utf-8');
          response.setHeader('x-content-type-options', 'nosniff');
          return void response.sendRaw(200, token.slice(0, 2_000));
        }
        const told = toldIn(request.body);
        if (!told) return sendRefusal(response, refuse('invalidInput', { detail: 'value' }));
        response.send(words.hear(told) ? 202 : 503);
      }),
    );
}
