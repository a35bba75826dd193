import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { lineTo } from './limits.ts';

/** Between two tries to come back. */
const retryMs = 1_000;
/** Nothing is ever said to a listener whose line is dead: it asks. */
const askMs = 5_000;
const answerMs = 5_000;

export interface Listening {
  stop(): Promise<void>;
}

/** A goodbye that the other side does not hear is not waited for. */
const end = (client: pg.Client): Promise<unknown> =>
  Promise.race([client.end().catch(() => undefined), sleep(1_000, undefined, { ref: false })]);

/** A line that has begun to listen; `over` when it has ended, or no longer answers. */
async function begin(
  url: string,
  channels: string[],
  heard: (channel: string, payload: string) => void,
): Promise<{ client: pg.Client; over: Promise<void> }> {
  const client = new pg.Client({ ...lineTo(url, 'partnership-listen'), query_timeout: answerMs });
  client.on('notification', ({ channel, payload }) => heard(channel, payload ?? ''));
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const channel of channels) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
  } catch (error) {
    await end(client);
    throw error;
  }
  const over = new Promise<void>((done) => client.once('end', done));
  void askOn(client);
  return { client, over };
}

/** Asks as long as the line lives; a question that is not answered ends it. */
async function askOn(client: pg.Client): Promise<void> {
  const ended = new AbortController();
  client.once('end', () => ended.abort());
  for (;;) {
    await sleep(askMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    if (ended.signal.aborted) return;
    await client.query('select 1').catch(() => end(client));
  }
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
    const line = await begin(url, channels, heard);
    client = line.client;
    void line.over.then(reconnect);
  };
  const reconnect = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await sleep(retryMs, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return;
      try {
        await connect();
        if (ending.signal.aborted) return void (await end(client!));
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
      if (client) await end(client);
    },
  };
}
