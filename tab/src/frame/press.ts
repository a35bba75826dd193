import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ActInput, ActName } from './acts.ts';
import { act, type Answer } from '../api.ts';
import { tellMissed } from './missed.ts';
import { undecided, type Refusal } from './refused.ts';

export interface Press<N extends ActName> {
  busy: boolean;
  refusal: Refusal | null;
  press: (input: ActInput<N>) => Promise<Answer<N> | null>;
  forget: () => void;
}

/** One button: its key lives until the press is decided, so pressing again after a lost line counts once. */
export function usePress<N extends ActName>(name: N, { wait = true } = {}): Press<N> {
  const queries = useQueryClient();
  const open = useRef<{ body: string; key: string } | null>(null);
  const running = useRef(false);
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const press = async (input: ActInput<N>) => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    const body = JSON.stringify(input);
    if (open.current?.body !== body) open.current = { body, key: crypto.randomUUID() };
    const answer = await act(name, input, open.current.key);
    if (answer.ok || !undecided(answer.refusal)) open.current = null;
    // What the page shows is fetched again before the button lets go, but never keeps it for long.
    const fresh = answer.ok || answer.refusal.code !== 'offline' ? queries.invalidateQueries() : undefined;
    if (wait) await Promise.race([fresh, new Promise((resolve) => setTimeout(resolve, 1500))]);
    running.current = false;
    setBusy(false);
    // Its place may have gone with what was pressed for: a no is told all the same.
    if (!answer.ok && here.current) setRefusal(answer.refusal);
    else if (!answer.ok) tellMissed(answer.refusal);
    return answer;
  };
  return { busy, refusal, press, forget: () => setRefusal(null) };
}
