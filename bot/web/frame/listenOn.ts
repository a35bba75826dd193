import type { Server } from 'restify';

/** Answers from now on; its address. It stops with the connections that are open. */
export function listenOn(
  server: Server,
  port: number,
  host: string,
  stops: (() => unknown)[],
): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      stops.push(
        () =>
          new Promise<void>((closed) => {
            server.close(() => closed());
            server.server.closeAllConnections();
          }),
      );
      done(`http://127.0.0.1:${server.address().port}`);
    });
  });
}
