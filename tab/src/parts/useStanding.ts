import { useCallback, useRef, useState } from 'react';
import { subjectOf } from '../frame/kept.ts';
import type { Action } from './form/action.ts';
import { isWritten } from './form/useAction.ts';

/** What a button is, whatever it is called just now. */
export const nameOf = ({ act, input }: Action): string => subjectOf(act, input);

interface Placed {
  action: Action;
  offered: boolean;
}

/** The acts that are offered, and those that were while something of the person's stands in them: each where it was. */
export function useStanding(actions: Action[], gone: Action[]) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<Action[]>([]);
  const tellers = useRef(new Map<string, (stands: boolean) => void>());
  const named = new Set([...actions, ...gone].map(nameOf));
  const all: Placed[] = [
    ...actions.map((action) => ({ action, offered: true })),
    ...gone.map((action) => ({ action, offered: false })),
  ];
  for (const [index, action] of before.current.entries())
    if (!named.has(nameOf(action)) && (open.has(nameOf(action)) || isWritten(action)))
      all.splice(index, 0, { action, offered: false });
  before.current = all.map(({ action }) => action);
  const tell = useCallback((name: string, stands: boolean) => {
    setOpen((last) => {
      if (last.has(name) === stands) return last;
      const next = new Set(last);
      if (stands) next.add(name);
      else next.delete(name);
      return next;
    });
  }, []);
  const stand = (action: Action) => {
    const name = nameOf(action);
    const known = tellers.current.get(name) ?? ((stands: boolean) => tell(name, stands));
    tellers.current.set(name, known);
    return known;
  };
  return { stand, standing: (action: Action) => open.has(nameOf(action)), all };
}
