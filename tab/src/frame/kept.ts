import { useState } from 'react';
import { frame } from './frame.ts';

/** Typed since the page was loaded, and not saved: also where a browser lets a page in a frame keep nothing. */
const held = new Map<string, unknown>();
/** It ends with the window: nothing that is sealed stays on a machine that others use. */
const storage = (): Storage | null => {
  try {
    return globalThis.sessionStorage ?? null;
  } catch {
    return null;
  }
};
const keyOf = (subject: string | undefined): string | null =>
  subject !== undefined && frame.reader ? `draft ${frame.reader} ${subject}` : null;

/** What an act's form is about: each has words of its own. */
export const subjectOf = (act: string, input: object): string => `${act} ${JSON.stringify(input)}`;

/** What this reader typed about the subject and did not save. */
export function keptOf<T>(subject: string | undefined): T | undefined {
  const key = keyOf(subject);
  if (!key) return undefined;
  if (held.has(key)) return held.get(key) as T;
  try {
    const text = storage()?.getItem(key);
    return text ? (JSON.parse(text) as T) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: it is saved, or given up. */
export function keep(subject: string | undefined, value: unknown): void {
  const key = keyOf(subject);
  if (!key) return;
  if (value === undefined) held.delete(key);
  else held.set(key, value);
  try {
    if (value === undefined) storage()?.removeItem(key);
    else storage()?.setItem(key, JSON.stringify(value));
  } catch {
    // Full or shut: it is held for as long as the page is there.
  }
}

/** Whoever closes the window is asked first, while something is not saved. */
export const askBeforeLeaving = (): void =>
  window.addEventListener('beforeunload', (event) => {
    if (held.size > 0) event.preventDefault();
  });

export interface Kept<T> {
  value: T;
  set: (next: T | ((before: T) => T)) => void;
  /** Whether it was typed before and is here again. */
  restored: boolean;
  /** It is saved or given up: the next begins anew. */
  forget: () => void;
  /** The same, and what is shown begins anew at once. */
  clear: () => void;
}

/** What is typed in a form, by what the form is about: still there when one has looked elsewhere, or loaded the page again. */
export function useKept<T>(
  subject: string | undefined,
  begin: () => T,
  idle: (value: T) => boolean = () => false,
): Kept<T> {
  const [before] = useState(() => keptOf<T>(subject));
  const [value, setValue] = useState<T>(() => before ?? begin());
  const [restored, setRestored] = useState(before !== undefined);
  const set: Kept<T>['set'] = (next) =>
    setValue((last) => {
      const now = typeof next === 'function' ? (next as (before: T) => T)(last) : next;
      keep(subject, idle(now) ? undefined : now);
      return now;
    });
  const forget = () => {
    keep(subject, undefined);
    setRestored(false);
  };
  const clear = () => {
    forget();
    setValue(begin());
  };
  return { value, set, restored, forget, clear };
}
