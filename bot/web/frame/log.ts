import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';

/** The address of a calendar is its key: whoever reads it in a log could follow the calendar. */
export const loggedPath = ({ url = '' }: { url?: string | undefined }): string => {
  const [path = ''] = url.split('?', 1);
  return path.startsWith('/calendar/') ? '/calendar/…' : path;
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
