/** Times of the last second, oldest first; the head moves instead of the array. */
type Window = { times: number[]; head: number };

const SECOND = 1000;

function countIn(window: Window, now: number): number {
  while (window.head < window.times.length && (window.times[window.head] ?? 0) <= now - SECOND) window.head++;
  if (window.head > 512) {
    window.times.splice(0, window.head);
    window.head = 0;
  }
  return window.times.length - window.head;
}

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

type Settings = { perConversation: number | null; total: number | null };

function createWindows() {
  const all: Window = { times: [], head: 0 };
  const each = new Map<string, Window>();
  const of = (conversationId: string): Window => {
    const known = each.get(conversationId) ?? { times: [], head: 0 };
    each.set(conversationId, known);
    return known;
  };
  /** How many there are in this second with this one, or null when it may not pass. */
  const enter = (conversationId: string, now: number, most: Settings): number | null => {
    const own = of(conversationId);
    if (most.perConversation !== null && countIn(own, now) >= most.perConversation) return null;
    const total = countIn(all, now);
    if (most.total !== null && total >= most.total) return null;
    own.times.push(now);
    all.times.push(now);
    return total + 1;
  };
  return { enter };
}

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
