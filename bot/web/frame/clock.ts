import { Duration } from 'luxon';
import type { Server } from 'restify';
import { refuse } from '../../process/frame/refusals.ts';
import type { Doors } from '../people/people.ts';
import { sendRefusal } from './respond.ts';

export interface Movable {
  now(): Date;
  advance(ms: number): Promise<Date>;
}

/** Further than anybody's case goes. */
const mostMs = 200 * 365 * 24 * 3600_000;

const lengthOf = (written: unknown): number =>
  typeof written === 'string' ? Duration.fromISO(written.slice(0, 100)).toMillis() : NaN;

/** Seconds, or an ISO 8601 duration like `P1DT2H`; both may be negative. Null when it is neither. */
function milliseconds(advance: unknown): number | null {
  const ms = typeof advance === 'number' ? advance * 1000 : lengthOf(advance);
  return Math.abs(ms) <= mostMs ? ms : null;
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
