import { setTimeout as sleep } from 'node:timers/promises';

export interface Loop {
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/**
 * Works until told to stop. A round says how long to wait before the next one, in milliseconds; one that
 * fails is told to `failed` and followed by another, a second later.
 */
export function loop(round: () => Promise<number>, failed: (error: unknown) => void): Loop {
  const ending = new AbortController();
  const run = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      let waitMs = 1_000;
      try {
        waitMs = await round();
      } catch (error) {
        if (!ending.signal.aborted) failed(error);
      }
      if (waitMs > 0) await sleep(waitMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };
  const done = run();
  return {
    stop: () => {
      ending.abort();
      return done;
    },
  };
}
