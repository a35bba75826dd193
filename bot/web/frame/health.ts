import type { Logger } from 'pino';
import type { Server } from 'restify';
import { Heartbeat } from './heartbeat.ts';
import type { Doors } from '../people/people.ts';

export interface Health {
  /** What an act would fail for now: the part by name, for anybody, and the cause, for the log. Null: nothing. */
  notReady(): Promise<{ part: string; cause: unknown } | null>;
}

/** For whoever keeps the app alive: alive at all, and ready for traffic. */
export function serveHealth(server: Server, doors: Doors, health: Health, log: Logger): void {
  const heartbeat = new Heartbeat();
  server.on('close', () => heartbeat.stop());
  server.get(
    '/healthz',
    doors.safely(async (_request, response) => {
      if (!heartbeat.fails) return response.send(200, { ok: true });
      log.error('the event loop is stuck for most of the time');
      response.send(503, { ok: false, reason: 'eventLoop' });
    }),
  );
  server.get(
    '/readyz',
    doors.safely(async (_request, response) => {
      const missing = await health.notReady();
      if (!missing) return response.send(200, { ok: true });
      log.warn({ part: missing.part, err: missing.cause }, 'not ready');
      response.send(503, { ok: false, reason: missing.part });
    }),
  );
}
