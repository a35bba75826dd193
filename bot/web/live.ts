import type { Response, Server } from 'restify';
import { isRefusal } from '../process/refusals.ts';
import { whoAsks, type Doors } from './people.ts';
import { sendRefusal } from './respond.ts';

const pingMs = 20_000;

/** Everyone who watches. Only that something changed is told, never what: each reader then asks its own views. */
export interface Live {
  changed(caseId: string): void;
  watching(): number;
  close(): void;
}

/** `GET /api/live`: server-sent events; what another replica changed arrives the same way. */
export function serveLive(server: Server, doors: Doors): Live {
  const watchers = new Set<Response>();
  const tell = (event: string, data: object): void => {
    for (const watcher of watchers) watcher.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const pings = setInterval(() => tell('ping', {}), pingMs);
  pings.unref();

  server.get(
    '/api/live',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'x-accel-buffering': 'no',
      });
      response.write('event: ping\ndata: {}\n\n');
      watchers.add(response);
      request.on('close', () => watchers.delete(response));
    }),
  );

  return {
    changed: (caseId) => tell('change', { caseId }),
    watching: () => watchers.size,
    close: () => {
      clearInterval(pings);
      for (const watcher of watchers) watcher.end();
    },
  };
}
