import type { Logger } from 'pino';
import type { Clock } from '../../ports.ts';
import { graphCallAt, type GraphCallName } from '../../process/reach/graphCalls.ts';
import type { Db } from '../../store/frame/database.ts';
import { noteGraphCall } from '../../store/reach/watching.ts';

/** The same news of the same kind of call is not written down more often. */
const quietMs = 10_000;

interface Seen {
  method: string;
  url: string;
  status: number;
  code: string | null;
}

/** How each kind of call to Graph went the last time; the page of connections shows it. */
export function noteCalls(db: Db, clock: Clock, log: Logger) {
  const last = new Map<GraphCallName, { status: number; until: number }>();
  return ({ method, url, status, code }: Seen): void => {
    const name = graphCallAt(method, new URL(url).pathname);
    const known = name && last.get(name);
    const at = clock.now();
    if (!name || (known && known.status === status && known.until > at.getTime())) return;
    last.set(name, { status, until: at.getTime() + quietMs });
    noteGraphCall(db, { name, status, code, at }).catch((error: unknown) =>
      log.error({ err: error }, 'how a call to Graph went could not be noted'),
    );
  };
}
