import { useSyncExternalStore } from 'react';
import type { Refusal } from './refused.ts';

let missed: Refusal | null = null;
const last = (): Refusal | null => missed;
const watchers = new Set<() => void>();
const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};

/** The no to a press whose button went, with its place, before the answer came; null: it has been read. */
export function tellMissed(refusal: Refusal | null): void {
  missed = refusal;
  for (const tell of watchers) tell();
}

export const useMissed = (): Refusal | null => useSyncExternalStore(watch, last, last);
