import { createParser } from 'eventsource-parser';
import { send } from '../api.ts';
import { bearer } from './token.ts';

export type Link = 'connecting' | 'live' | 'broken';

/** Longer than the server's 20 s ping: silence past this means the line is dead though nobody said so. */
const silence = 45_000;
/** The reader has more windows than the server keeps lines for: this one waits until it is looked at, or for so long. */
const rest = 300_000;

/** What the server said last: the reader is in other windows, the token has run out, or the reader has left. */
type Ended = 'elsewhere' | 'renew' | 'gone' | null;

/** Listens until the line ends, and says why it did. */
async function listen(changed: () => void, opened: () => void, signal: AbortSignal): Promise<Ended> {
  let ended: Ended = null;
  const line = new AbortController();
  const stop = () => line.abort();
  signal.addEventListener('abort', stop);
  let watchdog = setTimeout(stop, silence);
  try {
    const response = await send('/api/live', {
      signal: line.signal,
      headers: { accept: 'text/event-stream' },
    });
    if (!response.ok || !response.body) throw new Error(`live ${response.status}`);
    opened();
    const parser = createParser({
      onEvent({ event }) {
        if (event === 'change') changed();
        if (event === 'elsewhere' || event === 'renew' || event === 'gone') ended = event;
      },
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      clearTimeout(watchdog);
      watchdog = setTimeout(stop, silence);
      parser.feed(chunk.value);
    }
    return ended;
  } finally {
    clearTimeout(watchdog);
    signal.removeEventListener('abort', stop);
  }
}

const renewed = (): Promise<boolean> =>
  bearer(true).then(
    () => true,
    () => false,
  );

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Until the reader comes back to this window. */
async function untilLookedAt(signal: AbortSignal): Promise<void> {
  const here = new AbortController();
  const seen = new Promise<void>((resolve) => {
    const look = () => document.visibilityState === 'visible' && resolve();
    document.addEventListener('visibilitychange', look, { signal: here.signal });
    window.addEventListener('focus', () => resolve(), { signal: here.signal });
    signal.addEventListener('abort', () => resolve(), { signal: here.signal });
  });
  await Promise.race([seen, pause(rest)]);
  here.abort();
}

/** Keeps one line to the server open for ever. `changed` also after each reconnect: what was missed is fetched. */
export function keepLive(changed: () => void, tell: (link: Link) => void): () => void {
  const ended = new AbortController();
  const run = async () => {
    let failures = 0;
    let before = false;
    while (!ended.signal.aborted) {
      const opened = () => {
        failures = 0;
        tell('live');
        if (before) changed();
        before = true;
      };
      const why = await listen(changed, opened, ended.signal).catch(() => null);
      if (ended.signal.aborted) return;
      if (why === 'elsewhere') {
        await untilLookedAt(ended.signal);
        continue;
      }
      // With a new token the line is open again in a moment; a host that gives none is met like any other failure.
      if (why === 'renew' && (await renewed())) {
        await pause(500);
        continue;
      }
      // The page finds out by its own questions that it may show nothing any more.
      if (why === 'gone') changed();
      failures += 1;
      // The server closes lines when it restarts or a token ages: say so only when the second attempt fails too.
      if (failures > 1) tell('broken');
      const wait = Math.min(30_000, 500 * 2 ** failures) * (0.7 + Math.random() * 0.6);
      await pause(wait);
    }
  };
  void run();
  return () => ended.abort();
}
