import { useEffect, useState } from 'react';
import type { Link } from './live.ts';
import { client } from './queries.ts';

/** The live line of this page: what changed is fetched again. */
export function useLine(): Link {
  const [line, setLine] = useState<Link>('connecting');
  useEffect(() => {
    let gone = false;
    let due: ReturnType<typeof setTimeout> | undefined;
    // Many ballots a second are one fetch of what is on screen.
    const changed = () => {
      due ??= setTimeout(() => {
        due = undefined;
        void client.invalidateQueries();
      }, 300);
    };
    // Nothing on screen waits for it.
    const kept = import('./live.ts').then(({ keepLive }) => (gone ? undefined : keepLive(changed, setLine)));
    return () => {
      gone = true;
      void kept.then((stop) => stop?.());
      clearTimeout(due);
    };
  }, []);
  return line;
}
