import { createWindows, type Settings } from './slidingSecond.ts';

const SECOND = 1000;

const fresh = () => ({
  received: 0,
  accepted: 0,
  rejected429: 0,
  /** Asked again for a conversation before its Retry-After had passed. */
  ignoredRetryAfter: 0,
  participants: 0,
  peakPerSecond: 0,
  firstAt: null as number | null,
  lastAt: null as number | null,
  byStatus: {} as Record<string, number>,
  byConversation: {} as Record<string, number>,
});

export type Limits = ReturnType<typeof createLimits>;

/** Teams' send limits as sliding windows of one second, and the count of what came. */
export function createLimits() {
  let settings: Settings = { perConversation: null, total: null };
  let counters = fresh();
  let windows = createWindows();
  const waitUntil = new Map<string, number>();
  return {
    set: (next: Partial<Settings>) => (settings = { perConversation: null, total: null, ...next }),
    settings: () => settings,
    counters: () => counters,
    reset: () => {
      counters = fresh();
      windows = createWindows();
      waitUntil.clear();
    },
    participant: () => void counters.participants++,
    /** Seconds to wait, or null when this one may pass. */
    take: (conversationId: string): number | null => {
      const now = performance.now();
      counters.received++;
      counters.firstAt ??= Date.now();
      counters.lastAt = Date.now();
      if ((waitUntil.get(conversationId) ?? 0) > now) counters.ignoredRetryAfter++;
      const inThisSecond = windows.enter(conversationId, now, settings);
      counters.peakPerSecond = Math.max(counters.peakPerSecond, inThisSecond ?? 0);
      return inThisSecond === null ? 1 : null;
    },
    told: (conversationId: string, seconds: number) =>
      void waitUntil.set(conversationId, performance.now() + seconds * SECOND),
    count: (conversationId: string, status: number) => {
      counters.byStatus[status] = (counters.byStatus[status] ?? 0) + 1;
      if (status === 429) counters.rejected429++;
      if (status >= 300) return;
      counters.accepted++;
      counters.byConversation[conversationId] = (counters.byConversation[conversationId] ?? 0) + 1;
    },
  };
}
