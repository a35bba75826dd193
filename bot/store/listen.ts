import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Between two tries to come back. */
const retryMs = 1_000;

export interface Listening {
  stop(): Promise<void>;
}

/**
 * Hears what any replica announces. A connection of its own, since a pooled one would forget to listen; it
 * comes back by itself, and then says so, because what was announced meanwhile is lost.
 */
export async function listen(
  url: string,
  channels: string[],
  heard: (channel: string, payload: string) => void,
  again: () => void,
): Promise<Listening> {
  const ending = new AbortController();
  let client: pg.Client | null = null;
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'partnership-listen',
      keepAlive: true,
    });
    next.on('notification', ({ channel, payload }) => heard(channel, payload ?? ''));
    next.on('error', () => undefined);
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    // Only now: a try that failed ends too, and is followed by the next try of the one loop that made it.
    next.on('end', () => void reconnect());
    client = next;
  };
  const reconnect = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await sleep(retryMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      try {
        await connect();
        if (ending.signal.aborted) return void (await client?.end());
        again();
        return;
      } catch {
        // Still away; the next try follows.
      }
    }
  };
  await connect();
  return {
    stop: async () => {
      ending.abort();
      await client?.end().catch(() => undefined);
    },
  };
}
