import { useSyncExternalStore } from 'react';
import { Refused } from './refused.ts';

/** An answer that asking again would not change. */
export const lasting = (error: unknown) =>
  error instanceof Refused && error.status >= 400 && error.status < 500;

let failing = false;
const isFailing = (): boolean => failing;
const watchers = new Set<() => void>();
export const answered = (well: boolean) => {
  if (failing !== well) return;
  failing = !well;
  for (const tell of watchers) tell();
};
const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};

/** Is the server out of reach? A refusal is an answer too. */
export const useFailing = (): boolean => useSyncExternalStore(watch, isFailing, isFailing);
