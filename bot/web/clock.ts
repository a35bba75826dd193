import { Duration } from 'luxon';
import type { Server } from 'restify';
import { refuse } from '../process/refusals.ts';
import type { Doors } from './people.ts';
import { sendRefusal } from './respond.ts';

export interface Movable {
  now(): Date;
  advance(ms: number): Promise<Date>;
}

/** Seconds, or an ISO 8601 duration like `P1DT2H`; both may be negative. Null when it is neither. */
function milliseconds(advance: unknown): number | null {
  if (typeof advance === 'number' && Number.isFinite(advance)) return advance * 1000;
  if (typeof advance !== 'string') return null;
  const duration = Duration.fromISO(advance);
  return duration.isValid ? duration.toMillis() : null;
}

/** Development only, under PLATFORM_URL: in production these routes do not exist. */
export function serveClock(server: Server, doors: Doors, clock: Movable): void {
  server.get(
    '/api/clock',
    doors.safely(async (_request, response) => response.send(200, { now: clock.now().toISOString() })),
  );
  server.post(
    '/api/clock',
    doors.safely(async (request, response) => {
      const ms = milliseconds((request.body as { advance?: unknown } | undefined)?.advance);
      if (ms === null) return sendRefusal(response, refuse('invalidInput', { detail: 'advance' }));
      response.send(200, { ok: true, now: (await clock.advance(ms)).toISOString() });
    }),
  );
}
