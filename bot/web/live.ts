import type { Response, Server } from 'restify';
import { isRefusal } from '../process/refusals.ts';
import { whoAsks, type Doors } from './people.ts';
import { sendRefusal } from './respond.ts';

const pingMs = 20_000;
/** More windows than a person looks at. */
const mostOfOne = 5;
/** What waits for a reader who does not read: some thousand events, and then the line is as good as dead. */
const mostWaiting = 64 * 1024;

/** Everyone who watches. Only that something changed is told, never what: each reader then asks its own views. */
export interface Live {
  changed(caseId: string): void;
  watching(): number;
  close(): void;
}

const said = (event: string, data: object = {}): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** The open lines of everybody, the oldest of each person first. */
class Watchers {
  #all = new Map<string, Set<Response>>();

  *each(): Iterable<Response> {
    for (const own of this.#all.values()) yield* own;
  }

  /** One line more; beyond the fifth, the oldest is told that it is not needed, so that it does not come back at once. */
  add(personId: string, line: Response): void {
    const own = this.#all.get(personId) ?? new Set<Response>();
    this.#all.set(personId, own.add(line));
    line.on('close', () => this.#forget(personId, line));
    for (const oldest of own) {
      if (own.size <= mostOfOne) return;
      oldest.end(said('elsewhere'));
      own.delete(oldest);
    }
  }

  #forget(personId: string, line: Response): void {
    const own = this.#all.get(personId);
    own?.delete(line);
    if (own?.size === 0) this.#all.delete(personId);
  }
}

/** `GET /api/live`: server-sent events; what another replica changed arrives the same way. */
export function serveLive(server: Server, doors: Doors): Live {
  const watchers = new Watchers();
  const tell = (event: string, data: object): void => {
    const text = said(event, data);
    for (const line of watchers.each())
      if (line.writableLength > mostWaiting) line.destroy();
      else line.write(text);
  };
  const pings = setInterval(() => tell('ping', {}), pingMs);
  pings.unref();

  server.get(
    '/api/live',
    doors.safely(async (request, response) => {
      const actor = await whoAsks(doors, request);
      if (isRefusal(actor)) return sendRefusal(response, actor);
      // Gone while we looked who it is: it will not say so a second time.
      if (request.socket.destroyed) return;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
      response.write(said('ping'));
      watchers.add(actor.personId, response);
    }),
  );

  return {
    changed: (caseId) => tell('change', { caseId }),
    watching: () => [...watchers.each()].length,
    close: () => {
      clearInterval(pings);
      for (const line of watchers.each()) line.end();
    },
  };
}
