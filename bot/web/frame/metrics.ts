import { createHash, timingSafeEqual } from 'node:crypto';
import type { Server } from 'restify';
import type { Registry } from 'prom-client';
import { refuse } from '../../process/frame/refusals.ts';
import type { Doors } from '../people/people.ts';
import { headerOf, sendRefusal } from './respond.ts';

export interface MetricsSettings {
  registry: Registry;
  /** What the reader must know; without one the numbers are there for nobody but whoever develops the app. */
  token: string | undefined;
  local: boolean;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** `GET /metrics`: the app in numbers, as Prometheus reads them. They name nobody, and tell strangers how busy we are. */
export function serveMetrics(
  server: Server,
  doors: Doors,
  { registry, token, local }: MetricsSettings,
): void {
  const expected = token === undefined ? null : digest(token);
  server.get(
    '/metrics',
    doors.safely(async (request, response) => {
      const given = /^Bearer (\S+)$/i.exec(headerOf(request, 'authorization') ?? '')?.[1];
      // Of digests, so that the time it takes tells nothing of the token, its length included.
      const knows = expected !== null && timingSafeEqual(digest(given ?? ''), expected);
      if (expected === null && !local) return sendRefusal(response, refuse('notFound'));
      if (expected !== null && !knows) {
        response.setHeader('www-authenticate', 'Bearer');
        return sendRefusal(response, refuse('notSignedIn'));
      }
      response.setHeader('content-type', registry.contentType);
      response.sendRaw(200, await registry.metrics());
    }),
  );
}
