import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sendError } from './standin/network/http.ts';
import { dispatcher } from './standin/rooms.ts';
import { createWorld, type PlatformOptions } from './standin/world.ts';

export type { PlatformOptions } from './standin/world.ts';
export type Platform = {
  url: string;
  setAppUrl: (appUrl: string) => void;
  close: () => Promise<void>;
};

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Teams' Connector, Entra, Graph and mail on one local address, and the page that shows them. */
export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const world = await createWorld(options);
  const server = createServer({ keepAliveTimeout: 60_000 });
  const port = await listen(server, options.port, world.options.host);
  world.address.origin = `http://${world.options.host}:${port}`;
  const dispatch = dispatcher(world);
  server.on('request', (request, response) => {
    dispatch(request, response).catch((error: unknown) => sendError(response, error));
  });
  return {
    url: world.address.origin,
    setAppUrl: (appUrl) => void (world.address.appUrl = appUrl),
    close: async () => {
      world.store.flush();
      const closed = new Promise<void>((done) => server.close(() => done()));
      server.closeAllConnections();
      await closed;
    },
  };
}
