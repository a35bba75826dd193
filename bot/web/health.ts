import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Doors } from './people.ts';

export interface Health {
  /** Throws when the database, its migrations or the queue are not as they should be. */
  check(): Promise<void>;
}

/** For whoever keeps the app alive: alive at all, and ready for traffic. */
export function serveHealth(server: Server, doors: Doors, health: Health, log: Logger): void {
  server.get(
    '/healthz',
    doors.safely(async (_request, response) => response.send(200, { ok: true })),
  );
  server.get('/readyz', async (_request, response) => {
    try {
      await health.check();
      response.send(200, { ok: true });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      response.send(503, { ok: false, reason: 'the database, its migrations or the queue' });
    }
  });
}
