import { createWindows } from '../network/slidingSecond.ts';

export type ThrottleSettings = {
  everyNth: number | null;
  retryAfter: number;
  /** Calls a second that one team takes from one app; Teams' own limit is 4. */
  perTeam: number | null;
};

const teamIn = (key: string): string | null => /\/teams\/([^/?]+)/.exec(key)?.[1] ?? null;

/** Every nth call is told to wait, or those too many for one team; who comes back with the same call too early is counted. */
export function createThrottle() {
  let settings: ThrottleSettings = { everyNth: null, retryAfter: 1, perTeam: null };
  let counts = { calls: 0, throttled: 0, earlier: 0 };
  let windows = createWindows();
  const waitUntil = new Map<string, number>();
  const tooMany = (key: string, now: number): boolean => {
    const { everyNth, perTeam } = settings;
    const team = teamIn(key);
    if (team && windows.enter(team, now, { perConversation: perTeam, total: null }) === null) return true;
    return everyNth !== null && counts.calls % everyNth === 0;
  };
  return {
    set: (next: ThrottleSettings) => {
      settings = next;
      counts = { calls: 0, throttled: 0, earlier: 0 };
      windows = createWindows();
      waitUntil.clear();
    },
    report: () => ({ ...settings, ...counts }),
    /** Seconds to wait, or null when this call may pass. */
    take: (key: string): number | null => {
      counts.calls++;
      const now = performance.now();
      if ((waitUntil.get(key) ?? 0) > now) counts.earlier++;
      if (!tooMany(key, now)) return null;
      counts.throttled++;
      waitUntil.set(key, now + settings.retryAfter * 1000);
      return settings.retryAfter;
    },
  };
}
