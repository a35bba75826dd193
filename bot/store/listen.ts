import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

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
    next.on('end', () => void reconnect());
    await next.connect();
    for (const channel of channels) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
  };
  const reconnect = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await sleep(1_000);
      if (ending.signal.aborted) return;
      try {
        await connect();
        again();
        return;
      } catch {
        // Still away; the next try is in a second.
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
