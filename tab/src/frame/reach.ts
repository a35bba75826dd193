import { useSyncExternalStore } from 'react';
import { Refused } from './refused.ts';

/** Said by the server, which is there. */
export const refused = (error: unknown): error is Refused =>
  error instanceof Refused && error.status >= 400 && error.status < 500;
/** An answer that asking again would not change: having asked too fast passes by itself. */
export const lasting = (error: unknown): boolean => refused(error) && error.status !== 429;

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
