import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { apiRoutes } from './standin/api.ts';
import { connectorRoutes } from './standin/connector.ts';
import { channelRoutes, entraRoutes } from './standin/entra.ts';
import { graphRoutes } from './standin/graph.ts';
import { answer, send, sendError } from './standin/http.ts';
import type { Route } from './standin/http.ts';
import { servePage } from './standin/pageFiles.ts';
import { proxy } from './standin/proxy.ts';
import { createWorld } from './standin/world.ts';
import type { PlatformOptions, World } from './standin/world.ts';

export type { PlatformOptions } from './standin/world.ts';
export type Platform = {
  url: string;
  setAppUrl: (appUrl: string) => void;
  close: () => Promise<void>;
};

function dispatcher(world: World) {
  const rooms: Record<string, Route[]> = {
    connector: connectorRoutes(world),
    _platform: apiRoutes(world),
    entra: entraRoutes(world),
    botframework: channelRoutes(world),
    graph: graphRoutes(world),
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', world.address.origin);
    const room = url.pathname.split('/')[1] ?? '';
    if (room === 'tab' || room === 'api') return proxy(world, request, response);
    const routes = rooms[room];
    if (!routes) return servePage(url.pathname, response);
    if (await answer(routes, request, response, url)) return;
    send(response, {
      status: 404,
      body: { error: { code: 'NotFound', message: `No ${request.method} ${url.pathname}` } },
    });
  };
}

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
