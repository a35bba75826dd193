import { useEffect, useState } from 'react';
import { keepLive, type Link } from './live.ts';
import { client } from './queries.ts';

/** The live line of this page: what changed is fetched again. */
export function useLine(): Link {
  const [line, setLine] = useState<Link>('connecting');
  useEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    // Many ballots a second are one fetch of what is on screen.
    const changed = () => {
      due ??= setTimeout(() => {
        due = undefined;
        void client.invalidateQueries();
      }, 300);
    };
    const stop = keepLive(changed, setLine);
    return () => {
      stop();
      clearTimeout(due);
    };
  }, []);
  return line;
}
