import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

/** The address of a calendar is its key: whoever reads it in a log could follow the calendar. */
export const loggedPath = ({ url = '' }: { url?: string | undefined }): string => {
  const [path = ''] = url.split('?', 1);
  return path.startsWith('/calendar/') ? '/calendar/…' : path;
};

/** The request's own number: in the log, and in the apology when something fails. */
export const numberOf = (request: IncomingMessage): string => {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
};

/** For the framework, which logs a request whole where it has trouble with it: token, address and all. */
export const frameworkLog = (log: Logger): Logger =>
  log.child(
    {},
    {
      serializers: {
        req: (request: IncomingMessage) => ({ method: request.method, path: loggedPath(request) }),
        res: () => undefined,
      },
    },
  );
