import type { Request, Server } from 'restify';
import { acts } from '../acts/index.ts';
import { run } from '../acts/run.ts';
import type { Doors } from './people.ts';
import { sendRefusal } from './respond.ts';

/** Graph asks once whether we really wait at this address; it wants its own words back, as text. */
const tokenOf = (request: Request): string | null =>
  new URL(request.url ?? '', 'http://query').searchParams.get('validationToken');

/** Where Graph tells of changes. Acknowledged before anything is looked up: it waits three seconds at most. */
export function serveGraph(server: Server, doors: Doors): void {
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
        const asked = { doer: 'system', door: 'clock' } as const;
        const outcome = await run(doors.house, acts.noteGraphChange, request.body, asked);
        if (!outcome.ok) return sendRefusal(response, outcome.refusal);
        response.send(202);
      }),
    );
}
