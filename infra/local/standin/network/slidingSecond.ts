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

export type Settings = { perConversation: number | null; total: number | null };

/** How many were let in within the last second, in all and to each conversation (or team, or whatever has a limit of its own). */
export function createWindows() {
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
