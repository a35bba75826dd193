export type ThrottleSettings = { everyNth: number | null; retryAfter: number };

/** Every nth call is told to wait; who comes back with the same call too early is counted. */
export function createThrottle() {
  let settings: ThrottleSettings = { everyNth: null, retryAfter: 1 };
  let counts = { calls: 0, throttled: 0, earlier: 0 };
  const waitUntil = new Map<string, number>();
  return {
    set: (next: ThrottleSettings) => {
      settings = next;
      counts = { calls: 0, throttled: 0, earlier: 0 };
      waitUntil.clear();
    },
    report: () => ({ ...settings, ...counts }),
    /** Seconds to wait, or null when this call may pass. */
    take: (key: string): number | null => {
      counts.calls++;
      const now = performance.now();
      if ((waitUntil.get(key) ?? 0) > now) counts.earlier++;
      if (settings.everyNth === null || counts.calls % settings.everyNth !== 0) return null;
      counts.throttled++;
      waitUntil.set(key, now + settings.retryAfter * 1000);
      return settings.retryAfter;
    },
  };
}
